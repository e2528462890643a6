-- What is to be ticked off on a ticket; some of it comes with a step and has to be done before that is submitted.
CREATE TABLE `checklist_item` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `template_key` VARCHAR(130) NULL,
  `token_id` VARCHAR(60) NULL,
  `labels` JSON NOT NULL,
  `position` INT NOT NULL,
  `is_required` BOOLEAN NOT NULL DEFAULT 0,
  `assignee_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `done_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `done_at` DATETIME(3) NULL,
  `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `checklist_item_ticket_id_template_key_key` (`ticket_id`, `template_key`),
  INDEX `checklist_item_ticket_id_position_id_idx` (`ticket_id`, `position`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
