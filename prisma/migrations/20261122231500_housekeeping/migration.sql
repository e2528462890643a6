-- What has run out is found by its time, so that it can be removed a few rows at a time.
CREATE INDEX `session_expires_at_idx` ON `session` (`expires_at`);
CREATE INDEX `login_limit_expire_idx` ON `login_limit` (`expire`);
