-- What is known of an order, as far as its customer is to be told of it.
CREATE TABLE order_contact (
    order_id       uuid        PRIMARY KEY,
    reference      text        NOT NULL,
    customer_id    text        NOT NULL,
    customer_name  text        NOT NULL,
    customer_email text        NOT NULL,
    currency       text        NOT NULL,
    lines          jsonb       NOT NULL,
    total          bigint      NOT NULL
);

-- A customer is to be told of an event: once on each channel, however often the event arrives.
CREATE TABLE notification (
    id          uuid        PRIMARY KEY,
    event_id    uuid        NOT NULL,
    channel     text        NOT NULL CHECK (channel IN ('mail')),
    customer_id text        NOT NULL,
    order_id    uuid        NOT NULL REFERENCES order_contact,
    kind        text        NOT NULL,
    language    text        NOT NULL,
    reason      text,
    state       text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed')),
    failure     text,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at    timestamptz,
    UNIQUE (event_id, channel, customer_id),
    CHECK ((state = 'pending') = (ended_at IS NULL)),
    CHECK ((state = 'failed') = (failure IS NOT NULL))
);

COMMENT ON COLUMN notification.reason IS 'The stable code that the event gave, for instance of a declined payment.';
COMMENT ON COLUMN notification.failure IS 'The stable code of why it could not be sent.';

CREATE INDEX notification_of_order ON notification (order_id);

-- Every attempt to send a notification.
CREATE TABLE delivery (
    id              uuid        PRIMARY KEY,
    notification_id uuid        NOT NULL REFERENCES notification,
    attempted_at    timestamptz NOT NULL,
    latency_ms      integer     NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('accepted', 'refused', 'deferred', 'no_answer')),
    answer          text        NOT NULL
);

COMMENT ON COLUMN delivery.answer IS 'What the other side said, its first 1,000 characters.';

CREATE INDEX delivery_of_notification ON delivery (notification_id);
