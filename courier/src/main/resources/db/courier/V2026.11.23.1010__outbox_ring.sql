-- The ring of the outbox: a day to a partition, so that one can be truncated as a whole while it is
-- neither written nor the next to be, and its rows have stayed for the repair horizon before.
ALTER TABLE outbox
    ALTER COLUMN slot SET DEFAULT ((extract(epoch FROM clock_timestamp())::bigint / 86400) % 4)::smallint;

COMMENT ON COLUMN outbox.slot IS 'Which of four partitions: a day each. A partition is truncated two days after its own, once every feed has relayed it.';

-- Each feed reads the rows of one broker. By xid alone, a feed that rests would step through all rows
-- of the other at every look.
CREATE INDEX outbox_by_broker_and_xid ON outbox (broker, xid);
DROP INDEX outbox_by_xid;
