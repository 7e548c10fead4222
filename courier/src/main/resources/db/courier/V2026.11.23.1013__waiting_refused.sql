-- A refused key whose time has come is work of its feed: whoever wakes services that wait asks there.
CREATE OR REPLACE VIEW waiting_feed AS
SELECT feed,
       least(waits_since(c),
             (SELECT min(retry_at) FROM refused_key r WHERE r.feed = c.feed AND retry_at <= clock_timestamp())) AS since,
       halted_at IS NOT NULL
           OR pg_snapshot_xmax(coalesce(hi, lo)) > pg_snapshot_xmax(pg_current_snapshot()) AS from_the_future
FROM feed_cursor c;

CREATE OR REPLACE VIEW waiting_key AS
SELECT retry_at FROM parked_key;

COMMENT ON COLUMN waiting_feed.since IS 'When the oldest message was written that is not noted as relayed, or when a refused key was to be tried; null if there is none.';
