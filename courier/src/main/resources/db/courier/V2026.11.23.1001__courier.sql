-- The courier's tables, in the schema of whichever service carries them.

-- A message on its way out, written in the transaction of the change it tells of. Rows are never
-- updated and never deleted: a partition is truncated as a whole once nobody needs it.
CREATE SEQUENCE outbox_seq CACHE 1;

CREATE TABLE outbox (
    slot           smallint    NOT NULL DEFAULT ((extract(epoch FROM clock_timestamp())::bigint / 43200) % 4)::smallint,
    seq            bigint      NOT NULL DEFAULT nextval('outbox_seq'),
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    broker         smallint    NOT NULL CHECK (broker IN (1, 2)),
    exchange       text,
    address        text        NOT NULL,
    message_id     uuid        NOT NULL,
    type           text        NOT NULL,
    source         text        NOT NULL,
    key            text        NOT NULL,
    sequence       bigint,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    correlation_id uuid        NOT NULL,
    causation_id   uuid,
    traceparent    text,
    headers        jsonb,
    body           text        NOT NULL,
    PRIMARY KEY (seq, slot),
    CHECK ((broker = 1) = (exchange IS NOT NULL))
) PARTITION BY LIST (slot);

COMMENT ON COLUMN outbox.slot IS 'Which of four partitions: half a day each, so that a written row stays for 36 hours at least.';
COMMENT ON COLUMN outbox.broker IS '1 RabbitMQ: exchange and routing key; 2 Kafka: topic.';
COMMENT ON COLUMN outbox.address IS 'RabbitMQ: the routing key; Kafka: the topic.';

CREATE TABLE outbox_0 PARTITION OF outbox FOR VALUES IN (0);
CREATE TABLE outbox_1 PARTITION OF outbox FOR VALUES IN (1);
CREATE TABLE outbox_2 PARTITION OF outbox FOR VALUES IN (2);
CREATE TABLE outbox_3 PARTITION OF outbox FOR VALUES IN (3);

CREATE INDEX outbox_by_xid ON outbox (xid);
CREATE INDEX outbox_by_message ON outbox (message_id);

CREATE VIEW feed_commands AS
SELECT seq, xid, exchange, address, message_id, type, source, key, sequence, recorded_at,
       correlation_id, causation_id, traceparent, headers, body
FROM outbox WHERE broker = 1;

CREATE VIEW feed_events AS
SELECT seq, xid, exchange, address, message_id, type, source, key, sequence, recorded_at,
       correlation_id, causation_id, traceparent, headers, body
FROM outbox WHERE broker = 2;

-- How far a feed has been relayed. The window (lo, hi] holds the rows that hi sees and lo does not.
CREATE TABLE feed_cursor (
    feed        text        PRIMARY KEY,
    lo          pg_snapshot NOT NULL,
    hi          pg_snapshot,
    next_seq    bigint,
    last_seq    bigint,
    owner       uuid,
    fence       bigint      NOT NULL DEFAULT 0,
    lease_until timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50);

-- What has been taken in, written in the transaction of its effects.
CREATE TABLE inbox (
    consumer   text NOT NULL,
    message_id uuid NOT NULL,
    PRIMARY KEY (consumer, message_id)
) PARTITION BY RANGE (message_id);

COMMENT ON TABLE inbox IS 'Partitions are made ahead and dropped by age; message ids are UUIDv7, so a range of ids is a span of time.';

-- A message whose handling failed for good, with everything that is needed to try it again.
CREATE TABLE dead_letter (
    id             uuid        PRIMARY KEY,
    consumer       text        NOT NULL,
    origin         text        NOT NULL CHECK (origin IN ('queue', 'topic', 'unroutable', 'relay')),
    address        text        NOT NULL,
    message_id     uuid,
    type           text,
    key            text,
    headers        jsonb       NOT NULL,
    body           bytea       NOT NULL,
    reason         text        NOT NULL,
    detail         text        NOT NULL,
    history        jsonb       NOT NULL,
    state          text        NOT NULL DEFAULT 'dead' CHECK (state IN ('dead', 'redriven', 'resolved', 'discarded')),
    first_failed_at timestamptz NOT NULL,
    dead_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (consumer, message_id)
);

CREATE INDEX dead_letter_by_time ON dead_letter (dead_at DESC, id);

-- A Kafka key that cannot go on, and the records that wait behind it, in order.
CREATE TABLE parked_key (
    consumer   text        NOT NULL,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    reason     text        NOT NULL,
    detail     text        NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    parked_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    retry_at   timestamptz NOT NULL,
    PRIMARY KEY (consumer, topic, key)
);

CREATE INDEX parked_key_due ON parked_key (retry_at);

CREATE SEQUENCE parked_message_pos CACHE 1;

CREATE TABLE parked_message (
    consumer   text   NOT NULL,
    topic      text   NOT NULL,
    key        text   NOT NULL,
    pos        bigint NOT NULL DEFAULT nextval('parked_message_pos'),
    message_id uuid   NOT NULL,
    headers    jsonb  NOT NULL,
    body       bytea  NOT NULL,
    PRIMARY KEY (consumer, topic, key, pos),
    FOREIGN KEY (consumer, topic, key) REFERENCES parked_key ON DELETE CASCADE
);
