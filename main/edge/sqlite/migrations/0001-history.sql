-- Readings per key at their cadence. In a file of its own: it grows, and a start does not wait for it.
CREATE TABLE points (
  key TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  value REAL,
  arrived_at INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (key, as_of)
) WITHOUT ROWID;
