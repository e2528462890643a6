-- Who wants to hear of a ticket. It gives nobody sight of it.
CREATE TABLE `ticket_watcher` (
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `since` DATETIME(3) NOT NULL,
  PRIMARY KEY (`ticket_id`, `agent_id`),
  INDEX `ticket_watcher_agent_id_ticket_id_idx` (`agent_id`, `ticket_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
