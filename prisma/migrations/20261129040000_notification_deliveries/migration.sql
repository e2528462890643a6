-- Over which channels a kind of notification leaves the product, where an administrator has said so.
CREATE TABLE `notification_rule` (
  `kind` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel_ids` JSON NOT NULL,
  `passes_quiet_hours` BOOLEAN NOT NULL,
  `merge_minutes` INT NOT NULL,
  `version` INT NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`kind`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Every notification on its way out over a channel, and what became of it. `next_at` is when it is to be looked at again;
-- null once there is nothing more to do.
CREATE TABLE `notification_delivery` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `channel_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `notification_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `kind` VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `merge_key` VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `merged_into_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `state` VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `is_urgent` BOOLEAN NOT NULL,
  `attempts` INT NOT NULL DEFAULT 0,
  `next_at` DATETIME(3) NULL,
  `expires_at` DATETIME(3) NOT NULL,
  `attempted_at` DATETIME(3) NULL,
  `sent_at` DATETIME(3) NULL,
  `fault` JSON NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `notification_delivery_notification_id_channel_id_key` (`notification_id`, `channel_id`),
  INDEX `notification_delivery_channel_id_next_at_id_idx` (`channel_id`, `next_at`, `id`),
  INDEX `notification_delivery_channel_id_merge_key_created_at_idx` (`channel_id`, `merge_key`, `created_at`),
  INDEX `notification_delivery_channel_id_attempted_at_idx` (`channel_id`, `attempted_at`),
  INDEX `notification_delivery_channel_id_id_idx` (`channel_id`, `id`),
  INDEX `notification_delivery_state_id_idx` (`state`, `id`),
  INDEX `notification_delivery_merged_into_id_idx` (`merged_into_id`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
