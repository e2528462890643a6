-- A ticket type as it is being designed, and the former states of the draft that saves are merged against.
CREATE TABLE `ticket_type_draft` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `type_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `based_on_version_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `key` VARCHAR(60) NOT NULL,
  `definition` JSON NOT NULL,
  `revision` INTEGER NOT NULL,
  `updated_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `ticket_type_draft_type_id_key` (`type_id`),
  UNIQUE INDEX `ticket_type_draft_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_type_draft_revision` (
  `draft_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `revision` INTEGER NOT NULL,
  `definition` JSON NOT NULL,
  `author_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`draft_id`, `revision`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
