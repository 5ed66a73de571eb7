-- What cameras read of number plates. Whole plates are sealed; `mark` is a keyed digest, so that one plate can be found.
CREATE TABLE reads (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  masked TEXT NOT NULL,
  mark TEXT NOT NULL,
  event TEXT NOT NULL,
  sealed TEXT NOT NULL
);
CREATE INDEX reads_at ON reads (at);
CREATE INDEX reads_mark ON reads (mark);
-- Plates that are looked for, sealed whole.
CREATE TABLE watched (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) WITHOUT ROWID;
