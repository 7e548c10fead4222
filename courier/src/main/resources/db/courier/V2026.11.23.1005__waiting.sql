-- What may be known from outside while this service stands at zero replicas: whether it has something
-- to do, and whether something is stuck. Figures only: pg_monitor may read them, and no message.

CREATE FUNCTION waits_since(feed_cursor) RETURNS timestamptz
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    oldest timestamptz;
BEGIN
    -- By xid, the order is there so that the index on xid answers.
    EXECUTE format(
        'SELECT least(
            (SELECT recorded_at FROM %1$I WHERE seq BETWEEN $1 AND $2 ORDER BY seq LIMIT 1),
            (SELECT recorded_at FROM %1$I WHERE xid >= pg_snapshot_xmax($3) ORDER BY xid LIMIT 1),
            (SELECT min(recorded_at) FROM %1$I WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip($3)))))',
        'feed_' || ($1).feed)
    INTO oldest
    USING ($1).next_seq, ($1).last_seq, coalesce(($1).hi, ($1).lo);
    RETURN oldest;
END
$$;

COMMENT ON FUNCTION waits_since(feed_cursor) IS 'A feed''s view is called after it: feed_ and its name.';

CREATE VIEW waiting_feed AS
SELECT feed, waits_since(c) AS since,
       pg_snapshot_xmax(coalesce(hi, lo)) > pg_snapshot_xmax(pg_current_snapshot()) AS from_the_future
FROM feed_cursor c;

COMMENT ON COLUMN waiting_feed.since IS 'When the oldest message was written that is not noted as relayed; null if there is none.';
COMMENT ON COLUMN waiting_feed.from_the_future IS 'Whether it has relayed transactions that this server has not had: it was restored, and the feed stands still.';

CREATE VIEW waiting_key AS
SELECT retry_at FROM parked_key;

CREATE VIEW stuck AS
SELECT (SELECT count(*) FROM dead_letter WHERE state = 'dead') AS dead_letters,
       (SELECT count(*) FROM parked_key) AS parked_keys,
       (SELECT count(*) FROM parked_message) AS parked_messages;

GRANT SELECT ON waiting_feed, waiting_key, stuck TO pg_monitor;

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO pg_monitor', current_schema());
END
$$;
