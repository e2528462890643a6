-- Triggers with their versions and runs, and macros.
CREATE TABLE `trigger` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `type_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `event` VARCHAR(30) NOT NULL,
  `definition` JSON NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `active_since` DATETIME(3) NOT NULL,
  `position` INT NOT NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  `deleted_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `trigger_deleted_at_position_id_idx` (`deleted_at`, `position`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `trigger_version` (
  `trigger_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `number` INT NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `definition` JSON NOT NULL,
  `changed_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`trigger_id`, `number`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `trigger_run` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `trigger_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `trigger_version` INT NOT NULL,
  `cause_id` VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `event` VARCHAR(30) NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `outcome` VARCHAR(10) NOT NULL,
  `depth` TINYINT NOT NULL,
  `root_id` VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `reason` JSON NOT NULL,
  `result` JSON NOT NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `trigger_run_cause_id_trigger_id_key` (`cause_id`, `trigger_id`),
  INDEX `trigger_run_trigger_id_id_idx` (`trigger_id`, `id`),
  INDEX `trigger_run_ticket_id_id_idx` (`ticket_id`, `id`),
  INDEX `trigger_run_outcome_id_idx` (`outcome`, `id`),
  INDEX `trigger_run_root_id_outcome_idx` (`root_id`, `outcome`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `macro` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sharing` VARCHAR(10) NOT NULL DEFAULT 'nobody',
  `folder` VARCHAR(100) NOT NULL DEFAULT '',
  `name` VARCHAR(100) NOT NULL,
  `definition` JSON NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `macro_owner_id_idx` (`owner_id`),
  INDEX `macro_sharing_folder_name_idx` (`sharing`, `folder`, `name`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `macro_group` (
  `macro_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (`macro_id`, `group_id`),
  INDEX `macro_group_group_id_idx` (`group_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Which trigger or macro did what a history tells.
ALTER TABLE `ticket_event` ADD COLUMN `cause` JSON NULL AFTER `trace`;

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, `right`.`permission`, 'all' FROM `role`
  JOIN (SELECT 'trigger.manage' AS `permission` UNION ALL SELECT 'macro.share') AS `right`
  WHERE `role`.`key` = 'super-admin' OR (`role`.`key` = 'manager' AND `right`.`permission` = 'macro.share');
