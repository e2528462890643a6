-- A whole list can be taken out of use: nothing of it is offered, and what was noted stays.
ALTER TABLE `parameter` ADD COLUMN `is_active` BOOLEAN NOT NULL DEFAULT true AFTER `is_built_in`;
