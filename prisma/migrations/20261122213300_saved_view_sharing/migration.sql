ALTER TABLE `saved_view`
  ADD COLUMN `sharing` VARCHAR(10) NOT NULL DEFAULT 'nobody',
  ADD COLUMN `updated_at` DATETIME(3) NULL,
  ADD INDEX `saved_view_list_sharing_idx` (`list`, `sharing`);

UPDATE `saved_view` SET `sharing` = IF(`is_shared`, 'all', 'nobody'), `updated_at` = `created_at`;

ALTER TABLE `saved_view`
  DROP COLUMN `is_shared`,
  MODIFY COLUMN `updated_at` DATETIME(3) NOT NULL;

-- The groups that a view is shared with.
CREATE TABLE `saved_view_group` (
  `view_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (`view_id`, `group_id`),
  INDEX `saved_view_group_group_id_idx` (`group_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `id`, 'view.share', 'all' FROM `role` WHERE `key` IN ('super-admin', 'manager');
