-- The access rule reads who has a part in a ticket; the authors of drafts were not written down there.
INSERT IGNORE INTO `ticket_participant` (`ticket_id`, `agent_id`, `role`, `since`)
SELECT `id`, `creator_id`, 'creator', `created_at` FROM `ticket` WHERE `status` = 'draft';
