-- After a restore: what had been handed to Temporal, whose data are older or gone, is handed on again. Repeats have no
-- effect: a timer is settled with its effect, and a notification is one per cause and person.

-- Every ticket that waits for something gets its workflow back.
INSERT INTO outbox (id, kind, `key`, payload, created_at, available_at, attempts, is_pending)
SELECT ticket_id, 'ticket', ticket_id, '{}', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 0, 1
FROM ticket_timer WHERE settled_at IS NULL GROUP BY ticket_id
ON DUPLICATE KEY UPDATE is_pending = 1, available_at = VALUES(available_at), dispatched_at = NULL;

-- Whoever was being told on the last day is told.
UPDATE outbox SET is_pending = 1, available_at = UTC_TIMESTAMP(3), attempts = 0, dispatched_at = NULL
WHERE kind = 'notification' AND is_pending = 0
  AND dispatched_at > (SELECT at FROM (SELECT MAX(dispatched_at) AS at FROM outbox) AS newest) - INTERVAL 1 DAY;

-- No process of before holds anything.
UPDATE lease SET expires_at = UTC_TIMESTAMP(3);
