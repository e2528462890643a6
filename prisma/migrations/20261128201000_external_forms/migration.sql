-- Where a ticket came from. What was there before came from people, or from a call.
ALTER TABLE `ticket` ADD COLUMN `source` VARCHAR(20) NOT NULL DEFAULT 'agent';
UPDATE `ticket` SET `source` = 'call' WHERE `call_id` IS NOT NULL;

-- Forms that people outside fill in, the links by which they reach them, and what came of each.
CREATE TABLE `external_form` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `type_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `responsible_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `definition` JSON NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 0,
  `view_count` INTEGER NOT NULL DEFAULT 0,
  `submission_count` INTEGER NOT NULL DEFAULT 0,
  `last_used_at` DATETIME(3) NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  INDEX `external_form_type_id_idx` (`type_id`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `external_form_link` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `form_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `token_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sealed_token` TEXT NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `expires_at` DATETIME(3) NULL,
  `max_uses` INTEGER NULL,
  `use_count` INTEGER NOT NULL DEFAULT 0,
  `view_count` INTEGER NOT NULL DEFAULT 0,
  `last_used_at` DATETIME(3) NULL,
  `revoked_at` DATETIME(3) NULL,
  `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `external_form_link_token_hash_key` (`token_hash`),
  INDEX `external_form_link_form_id_id_idx` (`form_id`, `id`),
  INDEX `external_form_link_customer_id_id_idx` (`customer_id`, `id`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- `key` is the browser's own name of what it sends: a repeat makes no second ticket.
CREATE TABLE `external_form_submission` (
  `link_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `at` DATETIME(3) NOT NULL,
  INDEX `external_form_submission_ticket_id_idx` (`ticket_id`),
  PRIMARY KEY (`link_id`, `key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Solved challenges that were used, until they run out by themselves.
CREATE TABLE `spent_challenge` (
  `signature` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  INDEX `spent_challenge_expires_at_idx` (`expires_at`),
  PRIMARY KEY (`signature`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, `right`.`permission`, 'all' FROM `role`
  JOIN (SELECT 'external_form.manage' AS `permission` UNION ALL SELECT 'external_form.send') AS `right`
  WHERE `role`.`key` = 'super-admin';
INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, 'external_form.send', 'all' FROM `role`
  WHERE `role`.`key` IN ('manager', 'call-agent', 'all-channel-agent');
