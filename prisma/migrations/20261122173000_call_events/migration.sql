ALTER TABLE `inbound_event`
  ADD COLUMN `subject` VARCHAR(120) NULL,
  ADD INDEX `inbound_event_channel_id_subject_idx` (`channel_id`, `subject`);

ALTER TABLE `call`
  ADD COLUMN `waited_seconds` INT NOT NULL DEFAULT 0,
  ADD COLUMN `keys_pressed` VARCHAR(40) NULL,
  ADD INDEX `call_status_started_at_idx` (`status`, `started_at`);
