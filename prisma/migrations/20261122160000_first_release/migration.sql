CREATE TABLE `calendar` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `definition` JSON NOT NULL,
  `is_default` BOOLEAN NOT NULL DEFAULT 0,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `calendar_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `channel` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `plugin_id` VARCHAR(60) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `is_active` BOOLEAN NOT NULL,
  `settings` JSON NOT NULL,
  `secrets` TEXT NULL,
  `status` VARCHAR(20) NOT NULL,
  `status_detail` VARCHAR(500) NULL,
  `status_at` DATETIME(3) NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `channel_kind_is_active_idx` (`kind`, `is_active`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `inbound_event` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `external_id` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `payload` JSON NOT NULL,
  `received_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `inbound_event_channel_id_external_id_key` (`channel_id`, `external_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `interaction` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `direction` VARCHAR(10) NOT NULL,
  `channel_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `outcome` VARCHAR(30) NULL,
  `started_at` DATETIME(3) NOT NULL,
  `ended_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `interaction_customer_id_started_at_idx` (`customer_id`, `started_at`),
  INDEX `interaction_ticket_id_idx` (`ticket_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `customer` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(200) NOT NULL,
  `name_pinyin` VARCHAR(300) NOT NULL,
  `company` VARCHAR(200) NULL,
  `kind` VARCHAR(30) NOT NULL,
  `level` VARCHAR(30) NULL,
  `source` VARCHAR(30) NULL,
  `marketing_result` VARCHAR(30) NULL,
  `email` VARCHAR(200) NULL,
  `region` VARCHAR(100) NULL,
  `address` VARCHAR(500) NULL,
  `birthday` DATE NULL,
  `remark` VARCHAR(2000) NULL,
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `last_contact_at` DATETIME(3) NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `customer_owner_id_id_idx` (`owner_id`, `id`),
  INDEX `customer_name_pinyin_id_idx` (`name_pinyin`, `id`),
  INDEX `customer_updated_at_id_idx` (`updated_at`, `id`),
  INDEX `customer_last_contact_at_id_idx` (`last_contact_at`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `customer_phone` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `label` VARCHAR(60) NULL,
  `typed` VARCHAR(40) NOT NULL,
  `e164` VARCHAR(20) NULL,
  `digits` VARCHAR(20) NOT NULL,
  `location` VARCHAR(100) NULL,
  `position` INT NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  INDEX `customer_phone_customer_id_position_idx` (`customer_id`, `position`),
  INDEX `customer_phone_e164_idx` (`e164`),
  INDEX `customer_phone_digits_idx` (`digits`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `customer_identity` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel` VARCHAR(30) NOT NULL,
  `external_id` VARCHAR(191) NOT NULL,
  `label` VARCHAR(100) NULL,
  PRIMARY KEY (`id`),
  INDEX `customer_identity_customer_id_idx` (`customer_id`),
  UNIQUE INDEX `customer_identity_channel_external_id_key` (`channel`, `external_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `customer_tag` (
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `tag_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (`customer_id`, `tag_id`),
  INDEX `customer_tag_tag_id_idx` (`tag_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `tag` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `parent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `name` VARCHAR(50) NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `follow_up` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `author_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `method` VARCHAR(20) NOT NULL,
  `body` VARCHAR(4000) NOT NULL,
  `stage_before` VARCHAR(30) NULL,
  `stage_after` VARCHAR(30) NULL,
  `next_at` DATETIME(3) NULL,
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `follow_up_customer_id_id_idx` (`customer_id`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `customer_change` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `actor_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `kind` VARCHAR(30) NOT NULL,
  `changes` JSON NOT NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `customer_change_customer_id_id_idx` (`customer_id`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `company` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(200) NOT NULL,
  `short_name` VARCHAR(60) NOT NULL,
  `zone` VARCHAR(60) NOT NULL,
  `locale` VARCHAR(10) NOT NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `department` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `parent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `name` VARCHAR(100) NOT NULL,
  `path` VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `head_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `position` INT NOT NULL DEFAULT 0,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `department_path_key` (`path`),
  INDEX `department_parent_id_position_idx` (`parent_id`, `position`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `agent` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `login_name` VARCHAR(100) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `name_pinyin` VARCHAR(200) NOT NULL,
  `work_number` VARCHAR(20) NULL,
  `email` VARCHAR(200) NULL,
  `phone` VARCHAR(40) NULL,
  `nickname` VARCHAR(60) NULL,
  `password_hash` VARCHAR(200) NOT NULL,
  `must_change_password` BOOLEAN NOT NULL DEFAULT 0,
  `department_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `reporting_manager_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `reporting_path` VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `locale` VARCHAR(10) NULL,
  `last_login_at` DATETIME(3) NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `agent_login_name_key` (`login_name`),
  UNIQUE INDEX `agent_work_number_key` (`work_number`),
  INDEX `agent_department_id_idx` (`department_id`),
  INDEX `agent_reporting_path_idx` (`reporting_path`),
  INDEX `agent_name_pinyin_id_idx` (`name_pinyin`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `role` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `description` VARCHAR(500) NULL,
  `is_built_in` BOOLEAN NOT NULL DEFAULT 0,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `role_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `role_grant` (
  `role_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `permission` VARCHAR(60) NOT NULL,
  `scope` VARCHAR(20) NOT NULL,
  PRIMARY KEY (`role_id`, `permission`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `agent_role` (
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `role_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (`agent_id`, `role_id`),
  INDEX `agent_role_role_id_idx` (`role_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `service_group` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `strategy` VARCHAR(40) NOT NULL,
  `leader_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `service_group_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `service_group_member` (
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `skill_level` INT NOT NULL DEFAULT 5,
  `last_assigned_at` DATETIME(3) NULL,
  PRIMARY KEY (`group_id`, `agent_id`),
  INDEX `service_group_member_agent_id_idx` (`agent_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `session` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `token_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ip` VARCHAR(64) NOT NULL,
  `user_agent` VARCHAR(300) NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `last_seen_at` DATETIME(3) NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  `revoked_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `session_token_hash_key` (`token_hash`),
  INDEX `session_agent_id_revoked_at_idx` (`agent_id`, `revoked_at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `api_credential` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `token_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `hint` VARCHAR(12) NOT NULL,
  `scopes` JSON NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  `last_used_at` DATETIME(3) NULL,
  `revoked_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `api_credential_token_hash_key` (`token_hash`),
  INDEX `api_credential_agent_id_idx` (`agent_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `login_limit` (
  `key` VARCHAR(255) NOT NULL,
  `points` INT NOT NULL DEFAULT 0,
  `expire` BIGINT NULL,
  PRIMARY KEY (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `agent_preference` (
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `setting` JSON NOT NULL,
  PRIMARY KEY (`agent_id`, `key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `product` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sku` VARCHAR(60) NOT NULL,
  `name` VARCHAR(200) NOT NULL,
  `category` VARCHAR(60) NOT NULL,
  `price_minor` BIGINT NOT NULL,
  `currency` CHAR(3) NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `product_sku_key` (`sku`),
  INDEX `product_name_id_idx` (`name`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `event` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` VARCHAR(60) NOT NULL,
  `subject_type` VARCHAR(20) NOT NULL,
  `subject_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `actor_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `payload` JSON NOT NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `event_subject_id_id_idx` (`subject_id`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `outbox` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `key` VARCHAR(120) NOT NULL,
  `payload` JSON NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `available_at` DATETIME(3) NOT NULL,
  `attempts` INT NOT NULL DEFAULT 0,
  `last_error` VARCHAR(500) NULL,
  `is_pending` BOOLEAN NOT NULL DEFAULT 1,
  `dispatched_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `outbox_is_pending_available_at_id_idx` (`is_pending`, `available_at`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `idempotency_key` (
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(191) NOT NULL,
  `operation` VARCHAR(100) NOT NULL,
  `input_hash` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `result` JSON NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`agent_id`, `key`),
  INDEX `idempotency_key_created_at_idx` (`created_at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `file` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` VARCHAR(255) NOT NULL,
  `content_type` VARCHAR(120) NOT NULL,
  `size_bytes` BIGINT NOT NULL,
  `sha256` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `owner_type` VARCHAR(20) NULL,
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `uploaded_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `file_owner_type_owner_id_idx` (`owner_type`, `owner_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `audit_entry` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `actor_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `action` VARCHAR(60) NOT NULL,
  `subject_type` VARCHAR(30) NOT NULL,
  `subject_id` VARCHAR(60) NOT NULL,
  `changes` JSON NOT NULL,
  `ip` VARCHAR(64) NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `audit_entry_subject_type_subject_id_id_idx` (`subject_type`, `subject_id`, `id`),
  INDEX `audit_entry_actor_id_id_idx` (`actor_id`, `id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `draft` (
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `place` VARCHAR(120) NOT NULL,
  `content` JSON NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`agent_id`, `place`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `number_sequence` (
  `key` VARCHAR(60) NOT NULL,
  `value` INT NOT NULL,
  PRIMARY KEY (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `lease` (
  `key` VARCHAR(120) NOT NULL,
  `holder` VARCHAR(60) NOT NULL,
  `token` INT NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `search_document` (
  `subject_type` VARCHAR(20) NOT NULL,
  `subject_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `tokens` MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (`subject_type`, `subject_id`),
  FULLTEXT INDEX `search_document_tokens_idx` (`tokens`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `agent_presence` (
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel` VARCHAR(20) NOT NULL,
  `state` VARCHAR(20) NOT NULL,
  `reason_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `since` DATETIME(3) NOT NULL,
  `until` DATETIME(3) NULL,
  `version` INT NOT NULL DEFAULT 1,
  PRIMARY KEY (`agent_id`, `channel`),
  INDEX `agent_presence_channel_state_since_idx` (`channel`, `state`, `since`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `presence_change` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel` VARCHAR(20) NOT NULL,
  `from_state` VARCHAR(20) NULL,
  `to_state` VARCHAR(20) NOT NULL,
  `reason_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `made_by` VARCHAR(20) NOT NULL,
  `actor_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `presence_change_agent_id_at_idx` (`agent_id`, `at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `not_ready_reason` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `labels` JSON NOT NULL,
  `is_outgoing_allowed` BOOLEAN NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `position` INT NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `not_ready_reason_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `sla_clock` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(120) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `node_id` VARCHAR(60) NULL,
  `calendar_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `target_seconds` INT NOT NULL,
  `status` VARCHAR(20) NOT NULL,
  `started_at` DATETIME(3) NOT NULL,
  `due_at` DATETIME(3) NULL,
  `ended_at` DATETIME(3) NULL,
  `sequence` INT NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  INDEX `sla_clock_status_due_at_idx` (`status`, `due_at`),
  UNIQUE INDEX `sla_clock_ticket_id_key_key` (`ticket_id`, `key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `sla_entry` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `clock_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sequence` INT NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `at` DATETIME(3) NOT NULL,
  `reason` JSON NOT NULL,
  `detail` JSON NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `sla_entry_ticket_id_idx` (`ticket_id`),
  UNIQUE INDEX `sla_entry_clock_id_sequence_key` (`clock_id`, `sequence`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `call` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `external_id` VARCHAR(120) NOT NULL,
  `direction` VARCHAR(10) NOT NULL,
  `status` VARCHAR(20) NOT NULL,
  `customer_number` VARCHAR(40) NOT NULL,
  `e164` VARCHAR(20) NULL,
  `company_number` VARCHAR(40) NULL,
  `location` VARCHAR(100) NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `is_muted` BOOLEAN NOT NULL DEFAULT 0,
  `started_at` DATETIME(3) NOT NULL,
  `answered_at` DATETIME(3) NULL,
  `held_at` DATETIME(3) NULL,
  `held_seconds` INT NOT NULL DEFAULT 0,
  `ended_at` DATETIME(3) NULL,
  `end_reason` VARCHAR(30) NULL,
  `disposition` VARCHAR(60) NULL,
  `version` INT NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  INDEX `call_agent_id_started_at_id_idx` (`agent_id`, `started_at`, `id`),
  INDEX `call_customer_id_started_at_id_idx` (`customer_id`, `started_at`, `id`),
  INDEX `call_ticket_id_idx` (`ticket_id`),
  INDEX `call_started_at_id_idx` (`started_at`, `id`),
  UNIQUE INDEX `call_channel_id_external_id_key` (`channel_id`, `external_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `call_leg` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `kind` VARCHAR(20) NOT NULL,
  `ringing_at` DATETIME(3) NOT NULL,
  `answered_at` DATETIME(3) NULL,
  `ended_at` DATETIME(3) NULL,
  `outcome` VARCHAR(30) NULL,
  PRIMARY KEY (`id`),
  INDEX `call_leg_call_id_ringing_at_idx` (`call_id`, `ringing_at`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `recording` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `file_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `duration_seconds` INT NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `recording_call_id_idx` (`call_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_type` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `labels` JSON NOT NULL,
  `prefix` VARCHAR(10) NOT NULL,
  `icon` VARCHAR(40) NULL,
  `current_version_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `ticket_type_key_key` (`key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_type_version` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `type_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `number` INT NOT NULL,
  `definition` JSON NOT NULL,
  `checksum` CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `published_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `published_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `ticket_type_version_type_id_number_key` (`type_id`, `number`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `number` VARCHAR(30) NOT NULL,
  `type_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `version_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `title` VARCHAR(200) NOT NULL,
  `status` VARCHAR(20) NOT NULL,
  `urgency` VARCHAR(10) NOT NULL,
  `urgency_rank` TINYINT NOT NULL,
  `customer_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `contact_name` VARCHAR(100) NULL,
  `contact_phone` VARCHAR(40) NULL,
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `parent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `creator_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `department_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `handler_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `node_id` VARCHAR(60) NULL,
  `answers` JSON NOT NULL,
  `flow_state` JSON NOT NULL,
  `sequence` INT NOT NULL,
  `version` INT NOT NULL DEFAULT 1,
  `is_active` BOOLEAN NOT NULL,
  `sla_state` VARCHAR(20) NULL,
  `due_at` DATETIME(3) NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  `completed_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `ticket_number_key` (`number`),
  INDEX `ticket_is_active_updated_at_id_idx` (`is_active`, `updated_at`, `id`),
  INDEX `ticket_is_active_due_at_id_idx` (`is_active`, `due_at`, `id`),
  INDEX `ticket_is_active_urgency_rank_id_idx` (`is_active`, `urgency_rank`, `id`),
  INDEX `ticket_updated_at_id_idx` (`updated_at`, `id`),
  INDEX `ticket_created_at_id_idx` (`created_at`, `id`),
  INDEX `ticket_handler_id_is_active_updated_at_id_idx` (`handler_id`, `is_active`, `updated_at`, `id`),
  INDEX `ticket_group_id_is_active_updated_at_id_idx` (`group_id`, `is_active`, `updated_at`, `id`),
  INDEX `ticket_customer_id_is_active_id_idx` (`customer_id`, `is_active`, `id`),
  INDEX `ticket_creator_id_status_updated_at_id_idx` (`creator_id`, `status`, `updated_at`, `id`),
  INDEX `ticket_type_id_is_active_idx` (`type_id`, `is_active`),
  INDEX `ticket_parent_id_idx` (`parent_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_step` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `token_id` VARCHAR(60) NOT NULL,
  `node_id` VARCHAR(60) NOT NULL,
  `assignee_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `since` DATETIME(3) NOT NULL,
  `accepted_at` DATETIME(3) NULL,
  `finished_at` DATETIME(3) NULL,
  `finished_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `due_at` DATETIME(3) NULL,
  `outcome` VARCHAR(20) NULL,
  `is_active` BOOLEAN NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `ticket_step_assignee_id_is_active_ticket_id_idx` (`assignee_id`, `is_active`, `ticket_id`),
  INDEX `ticket_step_group_id_is_active_ticket_id_idx` (`group_id`, `is_active`, `ticket_id`),
  INDEX `ticket_step_finished_by_id_ticket_id_idx` (`finished_by_id`, `ticket_id`),
  UNIQUE INDEX `ticket_step_ticket_id_token_id_key` (`ticket_id`, `token_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_event` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sequence` INT NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `actor_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `node_id` VARCHAR(60) NULL,
  `body` TEXT NULL,
  `input` JSON NULL,
  `changes` JSON NOT NULL,
  `trace` JSON NULL,
  `at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `ticket_event_ticket_id_sequence_key` (`ticket_id`, `sequence`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_participant` (
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `role` VARCHAR(20) NOT NULL,
  `since` DATETIME(3) NOT NULL,
  PRIMARY KEY (`ticket_id`, `agent_id`, `role`),
  INDEX `ticket_participant_agent_id_role_ticket_id_idx` (`agent_id`, `role`, `ticket_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_timer` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(120) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `fire_at` DATETIME(3) NOT NULL,
  `payload` JSON NOT NULL,
  `settled_at` DATETIME(3) NULL,
  `outcome` VARCHAR(20) NULL,
  PRIMARY KEY (`id`),
  INDEX `ticket_timer_ticket_id_settled_at_fire_at_idx` (`ticket_id`, `settled_at`, `fire_at`),
  UNIQUE INDEX `ticket_timer_ticket_id_key_key` (`ticket_id`, `key`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ticket_link` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `ticket_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `other_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `ticket_link_other_id_idx` (`other_id`),
  UNIQUE INDEX `ticket_link_ticket_id_other_id_key` (`ticket_id`, `other_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `saved_view` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `list` VARCHAR(30) NOT NULL,
  `name` VARCHAR(60) NOT NULL,
  `query` JSON NOT NULL,
  `is_shared` BOOLEAN NOT NULL DEFAULT 0,
  `position` INT NOT NULL DEFAULT 0,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `saved_view_list_owner_id_idx` (`list`, `owner_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `field_value` (
  `owner_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `field` VARCHAR(60) NOT NULL,
  `position` INT NOT NULL DEFAULT 0,
  `owner_type` VARCHAR(20) NOT NULL,
  `text_value` VARCHAR(191) NULL,
  `number_value` DOUBLE NULL,
  `date_value` DATETIME(3) NULL,
  PRIMARY KEY (`owner_id`, `field`, `position`),
  INDEX `field_value_owner_type_field_text_value_idx` (`owner_type`, `field`, `text_value`),
  INDEX `field_value_owner_type_field_number_value_idx` (`owner_type`, `field`, `number_value`),
  INDEX `field_value_owner_type_field_date_value_idx` (`owner_type`, `field`, `date_value`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `notification` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `cause_id` VARCHAR(120) NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `subject_type` VARCHAR(20) NOT NULL,
  `subject_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `params` JSON NOT NULL,
  `is_actionable` BOOLEAN NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `read_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `notification_agent_id_read_at_id_idx` (`agent_id`, `read_at`, `id`),
  INDEX `notification_agent_id_id_idx` (`agent_id`, `id`),
  UNIQUE INDEX `notification_agent_id_cause_id_key` (`agent_id`, `cause_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
