-- Lists of tickets by the step at which they are.
CREATE INDEX `ticket_step_node_id_is_active_ticket_id_idx` ON `ticket_step` (`node_id`, `is_active`, `ticket_id`);
