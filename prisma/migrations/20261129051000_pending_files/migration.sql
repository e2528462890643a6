-- Files that are being written and are nobody's yet: what a process left behind when it was killed is found by them.
CREATE TABLE `pending_file` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  INDEX `pending_file_created_at_idx` (`created_at`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
