-- What has happened to each order, in order. Rows are never updated and never deleted. There is no
-- head row per order: the primary key alone lets one of two writers of the same version win.
-- CACHE 1: with a larger one, sessions take numbers ahead, and a later event could get a lower one.
CREATE SEQUENCE order_event_seq CACHE 1;

CREATE TABLE order_event (
    seq            bigint      NOT NULL DEFAULT nextval('order_event_seq'),
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    stream_id      uuid        NOT NULL,
    version        integer     NOT NULL CHECK (version > 0),
    event_id       uuid        NOT NULL,
    type           text        NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    correlation_id uuid        NOT NULL,
    causation_id   uuid,
    traceparent    text,
    data           jsonb       NOT NULL,
    CONSTRAINT order_event_pkey PRIMARY KEY (stream_id, version)
);

ALTER SEQUENCE order_event_seq OWNED BY order_event.seq;

COMMENT ON COLUMN order_event.type IS 'The type id with its version, for instance holdfast.orders.OrderPlaced.v1: what upcasters go by.';

CREATE UNIQUE INDEX order_event_by_seq ON order_event (seq);
CREATE INDEX order_event_by_xid ON order_event (xid);

-- The table itself is the outbox for Kafka: the courier relays this view like its own feed_events.
CREATE VIEW feed_orders AS
SELECT seq, xid, NULL::text AS exchange, 'holdfast.orders'::text AS address, event_id AS message_id, type,
       '/order-worker'::text AS source, stream_id::text AS key, version::bigint AS sequence, recorded_at,
       correlation_id, causation_id, traceparent, NULL::jsonb AS headers, data::text AS body
FROM order_event;
