-- Who sent what was taken: repair compares each sender's outbox with what this service has of it.
ALTER TABLE inbox ADD COLUMN source text;

COMMENT ON COLUMN inbox.source IS 'The envelope''s source. Null for what was taken before this column was there.';
