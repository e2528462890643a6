-- What sort of customer somebody is, by a list that administrators keep; what their kind says of them stays beside it.
ALTER TABLE `customer` ADD COLUMN `type` VARCHAR(60) NULL AFTER `level`;
CREATE INDEX `customer_type_idx` ON `customer` (`type`);

INSERT INTO `parameter` (`id`, `key`, `alias`, `labels`, `kind`, `is_built_in`, `created_at`, `updated_at`) VALUES
  ('01KPARAMETER00000000000006', 'customer-type', NULL, '{"en": "Customer types", "zh": "客户类型"}', 'options', 1, NOW(3), NOW(3));

INSERT INTO `parameter_option` (`id`, `parameter_id`, `key`, `labels`, `position`, `created_at`, `updated_at`) VALUES
  ('01KPARAMETER00000000000120', '01KPARAMETER00000000000006', 'prospect', '{"en": "Prospect", "zh": "潜在客户"}', 0, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000121', '01KPARAMETER00000000000006', 'regular', '{"en": "Regular customer", "zh": "普通客户"}', 1, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000122', '01KPARAMETER00000000000006', 'key_account', '{"en": "Key account", "zh": "大客户"}', 2, NOW(3), NOW(3)),
  ('01KPARAMETER00000000000123', '01KPARAMETER00000000000006', 'partner', '{"en": "Partner", "zh": "合作伙伴"}', 3, NOW(3), NOW(3));

-- A type of customer has one template; the option is one of the list of customer types.
CREATE TABLE `service_template_customer_type` (
  `option_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `template_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  INDEX `service_template_customer_type_template_id_idx` (`template_id`),
  PRIMARY KEY (`option_id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
