INSERT IGNORE INTO `role_grant` (`role_id`, `permission`, `scope`)
  SELECT `role`.`id`, `right`.`permission`, 'all' FROM `role`
  JOIN (SELECT 'ticket.export' AS `permission` UNION ALL SELECT 'customer.export') AS `right`
  WHERE `role`.`key` IN ('super-admin', 'manager');
