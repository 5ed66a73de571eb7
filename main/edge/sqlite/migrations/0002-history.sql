-- Whether a value was measured or invented. Of points from before nobody knows.
ALTER TABLE points ADD COLUMN provenance TEXT;
