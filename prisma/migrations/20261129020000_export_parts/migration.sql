-- What an export has read so far, part by part, until its file is whole.
CREATE TABLE `export_part` (
  `job_id` CHAR(26) NOT NULL,
  `position` INTEGER NOT NULL,
  `packed` MEDIUMBLOB NOT NULL,
  PRIMARY KEY (`job_id`, `position`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
