-- The tree of tags gets what its rules need, and every kind of record may carry them. Nothing wrote these tables before.
ALTER TABLE `tag`
  ADD COLUMN `name_key` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER `name`,
  ADD COLUMN `version` INT NOT NULL DEFAULT 1,
  ADD COLUMN `created_at` DATETIME(3) NULL,
  ADD COLUMN `updated_at` DATETIME(3) NULL;
UPDATE `tag` SET `parent_id` = COALESCE(`parent_id`, ''), `name_key` = LOWER(TRIM(`name`)), `created_at` = UTC_TIMESTAMP(3), `updated_at` = UTC_TIMESTAMP(3);
ALTER TABLE `tag`
  MODIFY COLUMN `parent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  MODIFY COLUMN `name_key` VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  MODIFY COLUMN `created_at` DATETIME(3) NOT NULL,
  MODIFY COLUMN `updated_at` DATETIME(3) NOT NULL,
  ADD UNIQUE INDEX `tag_parent_id_name_key_key` (`parent_id`, `name_key`);

CREATE TABLE `record_tag` (
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `tag_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `owner_type` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `since` DATETIME(3) NOT NULL,
  PRIMARY KEY (`owner_id`, `tag_id`),
  INDEX `record_tag_tag_id_owner_type_owner_id_idx` (`tag_id`, `owner_type`, `owner_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
INSERT INTO `record_tag` (`owner_id`, `tag_id`, `owner_type`, `since`)
  SELECT `customer_id`, `tag_id`, 'customer', UTC_TIMESTAMP(3) FROM `customer_tag`;
DROP TABLE `customer_tag`;

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, 'tag.manage', 'all' FROM `role` WHERE `role`.`key` IN ('super-admin', 'manager');
