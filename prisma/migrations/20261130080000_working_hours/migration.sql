-- When people and groups work, and who has a group's calls outside these hours.
ALTER TABLE `agent`
  ADD COLUMN `calendar_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;

ALTER TABLE `service_group`
  ADD COLUMN `calendar_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN `after_hours_group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;
