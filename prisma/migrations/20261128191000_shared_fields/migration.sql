-- Fields that forms share.
CREATE TABLE `field` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `definition` JSON NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `purge_at` DATETIME(3) NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `field_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Tickets of a type in the order of their ids, for what goes through all of them.
CREATE INDEX `ticket_type_id_id_idx` ON `ticket` (`type_id`, `id`);
