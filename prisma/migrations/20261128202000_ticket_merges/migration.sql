-- Tickets that were merged into another one, and what it takes to take that back.
CREATE TABLE `ticket_merge` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `into_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `merged_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `merged_at` DATETIME(3) NOT NULL,
  `undo` JSON NOT NULL,
  `undone_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `undone_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `ticket_merge_ticket_id_undone_at_idx` (`ticket_id`, `undone_at`),
  INDEX `ticket_merge_into_id_undone_at_idx` (`into_id`, `undone_at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
