-- What of a customer is asked for: facts that every record has, and shared fields that were chosen, in their order.
CREATE TABLE `customer_field` (
  `key` VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `position` INT NOT NULL,
  `is_required` BOOLEAN NOT NULL DEFAULT 0,
  `is_searchable` BOOLEAN NOT NULL DEFAULT 0,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The answers to shared fields by their keys; those of a field that was removed stay.
ALTER TABLE `customer` ADD COLUMN `answers` JSON NOT NULL DEFAULT '{}';
