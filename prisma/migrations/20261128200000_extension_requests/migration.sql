-- Requests for more time on a step of a ticket. Every one is kept.
CREATE TABLE `extension_request` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `token_id` VARCHAR(60) NOT NULL,
  `asked_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `approver_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `due_before` DATETIME(3) NOT NULL,
  `due_at` DATETIME(3) NOT NULL,
  `body` VARCHAR(1000) NOT NULL,
  `status` VARCHAR(20) NOT NULL,
  `comment` VARCHAR(1000) NULL,
  `decided_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `decided_at` DATETIME(3) NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `extension_request_ticket_id_id_idx` (`ticket_id`, `id`),
  INDEX `extension_request_status_approver_id_id_idx` (`status`, `approver_id`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
