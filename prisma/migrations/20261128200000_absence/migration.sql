-- Who is away, and who has their work meanwhile.
ALTER TABLE `agent`
  ADD COLUMN `away_from` DATETIME(3) NULL,
  ADD COLUMN `away_until` DATETIME(3) NULL,
  ADD COLUMN `deputy_id` CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL;
