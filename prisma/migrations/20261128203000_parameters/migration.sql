-- Lists of values that administrators keep, and what agents note of a contact by them.
CREATE TABLE `parameter` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `alias` VARCHAR(60) NULL,
  `labels` JSON NOT NULL,
  `kind` VARCHAR(10) NOT NULL,
  `is_built_in` BOOLEAN NOT NULL DEFAULT 0,
  `version` INTEGER NOT NULL DEFAULT 1,
  `updated_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `parameter_key_key` (`key`),
  UNIQUE INDEX `parameter_alias_key` (`alias`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `parameter_option` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `parameter_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `parent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `key` VARCHAR(60) NOT NULL,
  `labels` JSON NOT NULL,
  `position` INTEGER NOT NULL DEFAULT 0,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `version` INTEGER NOT NULL DEFAULT 1,
  `updated_by_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `parameter_option_parameter_id_key_key` (`parameter_id`, `key`),
  INDEX `parameter_option_parent_id_idx` (`parent_id`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `service_template` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `labels` JSON NOT NULL,
  `parts` JSON NOT NULL,
  `is_active` BOOLEAN NOT NULL DEFAULT 1,
  `is_default` BOOLEAN NOT NULL DEFAULT 0,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `service_template_key_key` (`key`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- A group has one template.
CREATE TABLE `service_template_group` (
  `group_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `template_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  INDEX `service_template_group_template_id_idx` (`template_id`),
  PRIMARY KEY (`group_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `service_record` (
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `agent_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `template_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  `remark` TEXT NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  INDEX `service_record_agent_id_updated_at_idx` (`agent_id`, `updated_at`),
  PRIMARY KEY (`call_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `service_record_value` (
  `call_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `parameter_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `option_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  INDEX `service_record_value_option_id_call_id_idx` (`option_id`, `call_id`),
  PRIMARY KEY (`call_id`, `parameter_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO `parameter` (`id`, `key`, `alias`, `labels`, `kind`, `is_built_in`, `created_at`, `updated_at`) VALUES
  ('01KPARAMETER00000000000001', 'call-purpose', NULL, '{"en": "Call purposes", "zh": "来电目的"}', 'options', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000002', 'customer-source', NULL, '{"en": "Customer sources", "zh": "客户来源"}', 'options', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000003', 'call-type', NULL, '{"en": "Call types", "zh": "来电类型"}', 'options', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000004', 'device-type', 'IFGETIDLEPORTTYPE', '{"en": "Gateway device types", "zh": "网关设备类型"}', 'options', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000005', 'service-category', NULL, '{"en": "Service categories", "zh": "服务分类"}', 'tree', 1, NOW(3), NOW(3));

INSERT INTO `parameter_option` (`id`, `parameter_id`, `key`, `labels`, `position`, `created_at`, `updated_at`) VALUES
  ('01KPARAMETER00000000000101', '01KPARAMETER00000000000001', 'repair', '{"en": "Ask for a repair", "zh": "报修"}', 0, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000102', '01KPARAMETER00000000000001', 'progress', '{"en": "Ask about progress", "zh": "查询进度"}', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000103', '01KPARAMETER00000000000001', 'advice', '{"en": "Advice on a product", "zh": "产品咨询"}', 2, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000104', '01KPARAMETER00000000000001', 'complaint', '{"en": "Complaint", "zh": "投诉"}', 3, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000105', '01KPARAMETER00000000000001', 'order', '{"en": "Order", "zh": "订购"}', 4, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000106', '01KPARAMETER00000000000001', 'other', '{"en": "Other", "zh": "其他"}', 5, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000107', '01KPARAMETER00000000000002', 'inbound_call', '{"en": "Inbound call", "zh": "来电"}', 0, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000108', '01KPARAMETER00000000000002', 'referral', '{"en": "Referral", "zh": "转介绍"}', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000109', '01KPARAMETER00000000000002', 'web', '{"en": "Website", "zh": "网站"}', 2, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000110', '01KPARAMETER00000000000002', 'shop', '{"en": "Shop", "zh": "门店"}', 3, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000111', '01KPARAMETER00000000000002', 'campaign', '{"en": "Campaign", "zh": "营销活动"}', 4, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000112', '01KPARAMETER00000000000002', 'other', '{"en": "Other", "zh": "其他"}', 5, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000113', '01KPARAMETER00000000000003', 'new_contact', '{"en": "First contact", "zh": "首次来电"}', 0, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000114', '01KPARAMETER00000000000003', 'repeat', '{"en": "Called before about this", "zh": "重复来电"}', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000115', '01KPARAMETER00000000000003', 'urging', '{"en": "Urging", "zh": "催办"}', 2, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000116', '01KPARAMETER00000000000003', 'not_for_us', '{"en": "Not for us", "zh": "无效来电"}', 3, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000117', '01KPARAMETER00000000000004', 'gsm_gateway', '{"en": "GSM gateway", "zh": "GSM 网关"}', 0, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000118', '01KPARAMETER00000000000004', 'cdma_gateway', '{"en": "CDMA gateway", "zh": "CDMA 网关"}', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000119', '01KPARAMETER00000000000004', 'smpp', '{"en": "SMPP connection", "zh": "SMPP 直连"}', 2, NOW(3), NOW(3));

INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, 'parameter.manage', 'all' FROM `role` WHERE `role`.`key` = 'super-admin';

CREATE INDEX `customer_source_idx` ON `customer` (`source`);
