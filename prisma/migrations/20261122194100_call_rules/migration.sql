ALTER TABLE `service_group`
  ADD COLUMN `ring_seconds` INT NOT NULL DEFAULT 20,
  ADD COLUMN `wrap_up_seconds` INT NOT NULL DEFAULT 30,
  ADD COLUMN `is_disposition_required` BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN `missed_reason_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;

CREATE TABLE `disposition` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `labels` JSON NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT true,
  `position` INT NOT NULL DEFAULT 0,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `disposition_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `service_group_disposition` (
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `disposition_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (`group_id`, `disposition_id`),
  INDEX `service_group_disposition_disposition_id_idx` (`disposition_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `call`
  ADD INDEX `call_e164_idx` (`e164`);

ALTER TABLE `outbox`
  ADD INDEX `outbox_kind_is_pending_key_idx` (`kind`, `is_pending`, `key`);
