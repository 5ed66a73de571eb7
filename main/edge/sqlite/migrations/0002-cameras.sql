-- Changes of the registry that can be undone, the last one first. A list that was taken in before stays taken in: the passwords that it replaced lie under names of their own.
DROP TABLE last_import;
CREATE TABLE steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  content TEXT NOT NULL,
  sum INTEGER NOT NULL
);
