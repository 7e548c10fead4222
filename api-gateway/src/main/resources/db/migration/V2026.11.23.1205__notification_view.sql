-- What customers were told.
CREATE TABLE notification_view (
    id          uuid        PRIMARY KEY,
    order_id    uuid        NOT NULL,
    customer_id text        COLLATE "C",
    kind        text        NOT NULL,
    channel     text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('sent', 'failed')),
    reason      text,
    sent_at     timestamptz NOT NULL
);

CREATE INDEX notification_view_by_time ON notification_view (sent_at, id);
CREATE INDEX notification_view_by_order ON notification_view (order_id, sent_at, id);
CREATE INDEX notification_view_by_customer ON notification_view (customer_id, sent_at, id);

-- With the reference of the order, which another topic tells, before or after.
CREATE VIEW notification_listed AS
SELECT n.id, n.order_id, o.reference, n.customer_id, n.kind, n.channel, n.status, n.reason, n.sent_at
FROM notification_view n LEFT JOIN order_view o ON o.id = n.order_id;
