-- Two tickets may be linked in several ways, and it is kept who linked them.
ALTER TABLE `ticket_link` ADD COLUMN `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;
CREATE UNIQUE INDEX `ticket_link_ticket_id_other_id_kind_key` ON `ticket_link` (`ticket_id`, `other_id`, `kind`);
DROP INDEX `ticket_link_ticket_id_other_id_key` ON `ticket_link`;
