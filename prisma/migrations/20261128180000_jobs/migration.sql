-- Long work that outlives its request: what it does, to what, how far it is.
CREATE TABLE `job` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `operation` VARCHAR(40) NOT NULL,
  `input` JSON NOT NULL,
  `selection` JSON NOT NULL,
  `status` VARCHAR(20) NOT NULL,
  `is_dry_run` BOOLEAN NOT NULL DEFAULT 0,
  `is_collected` BOOLEAN NOT NULL DEFAULT 0,
  `collected_after` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `total_count` INT NOT NULL DEFAULT 0,
  `done_count` INT NOT NULL DEFAULT 0,
  `skipped_count` INT NOT NULL DEFAULT 0,
  `failed_count` INT NOT NULL DEFAULT 0,
  `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `credential_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `locale` VARCHAR(5) NOT NULL,
  `undo_of_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `file_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `fault` JSON NULL,
  `created_at` DATETIME(3) NOT NULL,
  `started_at` DATETIME(3) NULL,
  `finished_at` DATETIME(3) NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `job_undo_of_id_key` (`undo_of_id`),
  INDEX `job_created_by_id_id_idx` (`created_by_id`, `id`),
  INDEX `job_status_updated_at_idx` (`status`, `updated_at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One record of a job, and what came of it.
CREATE TABLE `job_row` (
  `job_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `position` INT NOT NULL,
  `subject_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `outcome` VARCHAR(10) NOT NULL DEFAULT 'pending',
  `fault` JSON NULL,
  `changes` JSON NULL,
  `undo` JSON NULL,
  `at` DATETIME(3) NULL,
  PRIMARY KEY (`job_id`, `position`),
  UNIQUE INDEX `job_row_job_id_subject_id_key` (`job_id`, `subject_id`),
  INDEX `job_row_job_id_outcome_position_idx` (`job_id`, `outcome`, `position`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a job would have told people of one by one; told once, with the number, when it is over.
CREATE TABLE `job_notice` (
  `job_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `count` INT NOT NULL,
  PRIMARY KEY (`job_id`, `agent_id`, `kind`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `id`, 'job.oversee', IF(`key` = 'super-admin', 'all', 'reporting_tree') FROM `role`
  WHERE `key` IN ('super-admin', 'manager');
