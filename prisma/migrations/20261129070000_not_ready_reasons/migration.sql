-- Administrators change why people are not ready, so two of them must not write over each other.
ALTER TABLE `not_ready_reason`
  ADD COLUMN `version` INT NOT NULL DEFAULT 1,
  ADD COLUMN `created_at` DATETIME(3) NULL,
  ADD COLUMN `updated_at` DATETIME(3) NULL;
UPDATE `not_ready_reason` SET `created_at` = UTC_TIMESTAMP(3), `updated_at` = UTC_TIMESTAMP(3);
ALTER TABLE `not_ready_reason`
  MODIFY COLUMN `created_at` DATETIME(3) NOT NULL,
  MODIFY COLUMN `updated_at` DATETIME(3) NOT NULL;
