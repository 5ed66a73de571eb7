-- Who did what, when, from where, and what it changed. In a file of its own: it outlives a World that is set aside.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  entry TEXT NOT NULL,
  -- Its words without marks: what a search looks in.
  words TEXT NOT NULL,
  sum INTEGER NOT NULL
);
CREATE INDEX audit_at ON audit (at);
