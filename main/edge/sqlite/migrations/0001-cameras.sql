-- The cameras that this room took in from lists, with their addresses and without passwords. In a file of its own: it outlives a World that is set aside.
CREATE TABLE cameras (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  sum INTEGER NOT NULL
) WITHOUT ROWID;

-- What it takes to undo the last list: one row at most.
CREATE TABLE last_import (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  content TEXT NOT NULL,
  sum INTEGER NOT NULL
);
