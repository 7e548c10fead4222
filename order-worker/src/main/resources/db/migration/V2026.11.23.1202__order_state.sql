-- What each order is now: what its events come to, written beside them. Nothing in it tells who the
-- customer is.
CREATE TABLE order_state (
    id             uuid    PRIMARY KEY,
    version        integer NOT NULL,
    status         text    NOT NULL,
    reason         text,
    reference      text    NOT NULL,
    currency       text    NOT NULL,
    total          bigint  NOT NULL,
    lines          jsonb   NOT NULL,
    payment_method text    NOT NULL,
    payment_id     text
) WITH (fillfactor = 70);

COMMENT ON COLUMN order_state.version IS 'Of the last event that counts here.';
COMMENT ON COLUMN order_state.payment_id IS 'Of what is set aside; of what was given back, once an order has expired.';
