-- A run of a made-up ticket that has to go the same way in every later version of its type.
CREATE TABLE `ticket_type_test` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `type_key` VARCHAR(60) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `run` JSON NOT NULL,
  `expected` JSON NOT NULL,
  `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `ticket_type_test_type_key_name_key` (`type_key`, `name`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
