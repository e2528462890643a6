-- A dispatcher takes some kinds only; what waits of the others must not stand in its way.
CREATE INDEX `outbox_kind_is_pending_available_at_id_idx` ON `outbox` (`kind`, `is_pending`, `available_at`, `id`);
