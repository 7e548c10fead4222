-- Repair asks for the events of a minute of ids. Ids grow as the table does, so it is enough to know the
-- ids of each stretch of it, which costs an append next to nothing.
CREATE INDEX order_event_by_id ON order_event USING brin (event_id) WITH (pages_per_range = 16, autosummarize = on);
