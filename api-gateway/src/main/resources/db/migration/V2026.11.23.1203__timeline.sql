-- Everything that happened to an order, whoever told it.
CREATE TABLE timeline (
    order_id uuid        NOT NULL,
    event_id uuid        NOT NULL,
    at       timestamptz NOT NULL,
    type     text        NOT NULL,
    source   text        NOT NULL,
    sequence bigint,
    detail   text,
    PRIMARY KEY (order_id, event_id)
);
