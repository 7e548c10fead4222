-- A key whose message the broker refuses for good, and the messages that wait behind it, in order:
-- whole, since the outbox is truncated some day.
CREATE TABLE refused_key (
    feed       text        NOT NULL,
    key        text        NOT NULL,
    reason     text        NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    refused_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    retry_at   timestamptz NOT NULL,
    PRIMARY KEY (feed, key)
);

COMMENT ON COLUMN refused_key.attempts IS 'How often its first message was tried again since.';

CREATE TABLE refused_message (
    feed           text        NOT NULL,
    key            text        NOT NULL,
    seq            bigint      NOT NULL,
    exchange       text,
    address        text        NOT NULL,
    message_id     uuid        NOT NULL,
    type           text        NOT NULL,
    source         text        NOT NULL,
    sequence       bigint,
    recorded_at    timestamptz NOT NULL,
    correlation_id uuid        NOT NULL,
    causation_id   uuid,
    traceparent    text,
    headers        jsonb,
    body           text        NOT NULL,
    PRIMARY KEY (feed, key, seq),
    FOREIGN KEY (feed, key) REFERENCES refused_key
);

CREATE OR REPLACE VIEW waiting_key AS
SELECT retry_at FROM parked_key
UNION ALL
SELECT retry_at FROM refused_key;

CREATE OR REPLACE VIEW stuck AS
SELECT (SELECT count(*) FROM dead_letter WHERE state = 'dead') AS dead_letters,
       (SELECT count(*) FROM parked_key) AS parked_keys,
       (SELECT count(*) FROM parked_message) AS parked_messages,
       (SELECT count(*) FROM refused_key) AS refused_keys,
       (SELECT count(*) FROM refused_message) AS refused_messages;
