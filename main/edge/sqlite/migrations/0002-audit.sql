-- What people call by a name of their own is looked for by its id: which call it was, how it ended, in which role.
ALTER TABLE audit ADD COLUMN action TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN role TEXT NOT NULL DEFAULT '';
UPDATE audit SET
  action = coalesce(json_extract(entry, '$.action'), ''),
  outcome = coalesce(json_extract(entry, '$.outcome'), ''),
  role = coalesce(json_extract(entry, '$.role'), '')
-- A damaged entry is left out of every answer anyway.
WHERE json_valid(entry);
