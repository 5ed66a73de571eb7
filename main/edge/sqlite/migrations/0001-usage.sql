-- How long each thing was seen on the wall, by day of Viet Nam. In a file of its own: it outlives a World that is set aside.
CREATE TABLE uses (
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  use TEXT NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (day, kind, subject)
) WITHOUT ROWID;
