-- What a person typed into a step's form or a composer and has not sent. `place` is the step, or 'note'.
CREATE TABLE `work_draft` (
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `place` VARCHAR(60) NOT NULL,
  `content` JSON NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`agent_id`, `ticket_id`, `place`),
  INDEX `work_draft_agent_id_updated_at_idx` (`agent_id`, `updated_at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
