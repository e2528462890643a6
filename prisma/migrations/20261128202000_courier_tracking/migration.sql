-- What carriers last said of parcels, so that they are not asked again for every look.
CREATE TABLE `courier_tracking` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `number` VARCHAR(60) NOT NULL,
  `channel_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `carrier` VARCHAR(40) NOT NULL,
  `state` VARCHAR(20) NULL,
  `events` JSON NOT NULL,
  `fetched_at` DATETIME(3) NULL,
  `fault` JSON NULL,
  `asked_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `courier_tracking_number_channel_id_carrier_key` (`number`, `channel_id`, `carrier`),
  INDEX `courier_tracking_asked_at_idx` (`asked_at`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
