-- What the last finished check of all cameras found: one row at most.
CREATE TABLE last_check (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  content TEXT NOT NULL,
  sum INTEGER NOT NULL
);
