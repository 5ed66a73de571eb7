-- A read is kept and looked for by when this room knew of it: no reader's clock is sure. What an older product kept ahead of its time counts from now on.
ALTER TABLE reads RENAME COLUMN at TO known_at;
DROP INDEX reads_at;
UPDATE reads SET known_at = min(
  CASE WHEN json_valid(event) THEN coalesce(json_extract(event, '$.knownAt'), known_at) ELSE known_at END,
  CAST(strftime('%s', 'now') AS INTEGER) * 1000
);
CREATE INDEX reads_known_at ON reads (known_at);
