-- What is overdue is looked at across all tickets, whenever the service is asked how it is.
CREATE INDEX `ticket_timer_settled_at_fire_at_idx` ON `ticket_timer` (`settled_at`, `fire_at`);
