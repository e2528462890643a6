-- Values of phone, e-mail and identity-number fields, which not everybody may search in.
ALTER TABLE `field_value`
  ADD COLUMN `is_sensitive` BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE `field_value`
  INNER JOIN `ticket` ON `ticket`.`id` = `field_value`.`owner_id`
  INNER JOIN (
    SELECT `ticket_type_version`.`id` AS `version_id`, `designed`.`key` AS `field`
    FROM `ticket_type_version`,
      JSON_TABLE(`ticket_type_version`.`definition`, '$.form.sections[*].fields[*]'
        COLUMNS (`type` VARCHAR(40) PATH '$.type', `key` VARCHAR(60) PATH '$.key')) AS `designed`
    WHERE `designed`.`type` IN ('phone', 'email', 'id_number')
  ) AS `sensitive` ON `sensitive`.`version_id` = `ticket`.`version_id`
    AND `sensitive`.`field` = `field_value`.`field` COLLATE utf8mb4_unicode_ci
  SET `field_value`.`is_sensitive` = TRUE
  WHERE `field_value`.`owner_type` = 'ticket';
