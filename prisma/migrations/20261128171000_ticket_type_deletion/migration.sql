-- A deleted ticket type stays for the history of its tickets.
ALTER TABLE `ticket_type` ADD COLUMN `deleted_at` DATETIME(3) NULL;
