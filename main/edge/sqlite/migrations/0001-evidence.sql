-- What was taken out of this machine: clips and stills of cameras. All of it is sealed; the files lie beside.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) WITHOUT ROWID;
