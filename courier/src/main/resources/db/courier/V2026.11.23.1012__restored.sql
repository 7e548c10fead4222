-- A feed that has relayed transactions which this server has not had: the database was restored. It
-- stands still until somebody says what is to be sent again, also once the server's transaction ids
-- have come as far as the feed's.
ALTER TABLE feed_cursor ADD COLUMN halted_at timestamptz;

COMMENT ON COLUMN feed_cursor.halted_at IS 'Since when it is known that the database was restored; rebase_feed lets the feed go on.';

CREATE OR REPLACE VIEW waiting_feed AS
SELECT feed, waits_since(c) AS since,
       halted_at IS NOT NULL
           OR pg_snapshot_xmax(coalesce(hi, lo)) > pg_snapshot_xmax(pg_current_snapshot()) AS from_the_future
FROM feed_cursor c;

-- Sends again what was written since then, and what was not relayed yet; everything else counts as
-- relayed. The ids stay, so readers drop what they have. Services may run meanwhile.
--
-- Rows carry ids of transactions that this server never had, so they are given ids that it did: 2,
-- which every snapshot sees, or this transaction's own. The new lo is what is visible once all
-- writers have ended, and without this transaction: a snapshot does not name its own.
CREATE FUNCTION rebase_feed(feed_name text, since timestamptz) RETURNS bigint
    LANGUAGE plpgsql SET search_path FROM CURRENT
AS $$
DECLARE
    before feed_cursor;
    own    xid8 := pg_current_xact_id();
    sees   pg_snapshot;
    open   text;
    again  bigint;
BEGIN
    SELECT * INTO before FROM feed_cursor WHERE feed = feed_name FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no feed ''%''; feed_cursor has their names.', feed_name;
    END IF;
    EXECUTE format('LOCK TABLE %I IN SHARE ROW EXCLUSIVE MODE', 'feed_' || feed_name);
    EXECUTE format(
        'WITH row_of AS (
            UPDATE %I SET xid = CASE WHEN recorded_at >= $1 OR NOT pg_visible_in_snapshot(xid, $2)
                                     THEN $3 ELSE ''2'' END
            RETURNING xid)
         SELECT count(*) FROM row_of WHERE xid = $3', 'feed_' || feed_name)
    INTO again USING since, before.lo, own;
    sees := pg_current_snapshot();
    SELECT string_agg(id::text, ',' ORDER BY id) INTO open
    FROM (SELECT pg_snapshot_xip(sees) AS id UNION SELECT own) AS ids;
    UPDATE feed_cursor
    SET lo = format('%s:%s:%s', least(pg_snapshot_xmin(sees)::text::numeric, own::text::numeric),
                    greatest(pg_snapshot_xmax(sees)::text::numeric, own::text::numeric + 1), open)::pg_snapshot,
        hi = NULL, next_seq = NULL, last_seq = NULL,
        owner = NULL, fence = fence + 1, lease_until = '-infinity', halted_at = NULL
    WHERE feed = feed_name;
    RETURN again;
END
$$;

COMMENT ON FUNCTION rebase_feed(text, timestamptz) IS 'After a restore: sends again what was written since then. Returns how many messages that are.';
