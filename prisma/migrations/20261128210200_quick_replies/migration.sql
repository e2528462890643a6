-- Text that people write often.
CREATE TABLE `quick_reply` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sharing` VARCHAR(10) NOT NULL DEFAULT 'nobody',
  `folder` VARCHAR(100) NOT NULL DEFAULT '',
  `name` VARCHAR(100) NOT NULL,
  `code` VARCHAR(30) NULL,
  `body` TEXT NOT NULL,
  `search_text` VARCHAR(900) NOT NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `quick_reply_owner_id_idx` (`owner_id`),
  INDEX `quick_reply_sharing_folder_name_idx` (`sharing`, `folder`, `name`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `quick_reply_group` (
  `reply_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (`reply_id`, `group_id`),
  INDEX `quick_reply_group_group_id_idx` (`group_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, 'quick_reply.share', 'all' FROM `role` WHERE `role`.`key` IN ('super-admin', 'manager');
