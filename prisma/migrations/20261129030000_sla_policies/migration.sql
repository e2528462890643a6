-- Which of a type's policies holds for a ticket, and the comparisons that decided; null where the type has only one.
ALTER TABLE `ticket` ADD COLUMN `sla_policy` JSON NULL;
