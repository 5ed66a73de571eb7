-- Every row that is shown or sent again carries a checksum: SQLite itself does not see a flipped bit inside a value.

-- The World at some moments: a start takes the newest and replays the journal after it.
CREATE TABLE worlds (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  world TEXT NOT NULL,
  sum INTEGER NOT NULL
);

-- The journal: every change of the World, in order, with its time.
CREATE TABLE commits (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  change TEXT NOT NULL,
  sum INTEGER NOT NULL
);

-- How far this machine has come in each topic of the province.
CREATE TABLE cursors (
  topic TEXT PRIMARY KEY,
  cursor TEXT NOT NULL,
  sum INTEGER NOT NULL
) WITHOUT ROWID;

-- Orders on their way up.
CREATE TABLE orders (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  sum INTEGER NOT NULL
);

-- The latest reading of each key.
CREATE TABLE readings (
  key TEXT PRIMARY KEY,
  reading TEXT NOT NULL,
  sum INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  sum INTEGER NOT NULL
) WITHOUT ROWID;

-- device: this machine's lasting name; next_order; last_heard_at; language: what its console speaks.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  sum INTEGER NOT NULL
) WITHOUT ROWID;
