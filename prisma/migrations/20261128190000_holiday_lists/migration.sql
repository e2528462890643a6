-- Days off that several calendars share, and named branches over calendars.
CREATE TABLE `holiday_list` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `definition` JSON NOT NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `holiday_list_key_key` (`key`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `time_scheme` (
  `id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `key` VARCHAR(60) NOT NULL,
  `name` VARCHAR(100) NOT NULL,
  `definition` JSON NOT NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `created_at` DATETIME(3) NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  UNIQUE INDEX `time_scheme_key_key` (`key`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The clocks that a changed calendar moves, ticket by ticket.
CREATE INDEX `sla_clock_calendar_id_status_ticket_id_idx` ON `sla_clock` (`calendar_id`, `status`, `ticket_id`);
