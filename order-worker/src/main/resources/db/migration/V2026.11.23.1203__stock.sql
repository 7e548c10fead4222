-- What is sold, and how much of it there is. A row is only changed under its own lock; who needs
-- several takes the locks in the order of the sku.
CREATE TABLE item (
    sku       text   PRIMARY KEY,
    name      text   NOT NULL,
    on_hand   bigint NOT NULL CHECK (on_hand >= 0),
    reserved  bigint NOT NULL CHECK (reserved >= 0),
    available bigint NOT NULL GENERATED ALWAYS AS (on_hand - reserved) STORED CHECK (available >= 0),
    version   bigint NOT NULL
) WITH (fillfactor = 50);

COMMENT ON COLUMN item.version IS 'Of the last event of this item on holdfast.stock.';

CREATE TABLE item_price (
    sku      text   NOT NULL REFERENCES item,
    currency text   NOT NULL,
    amount   bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (sku, currency)
);

COMMENT ON COLUMN item_price.amount IS 'In minor units.';

-- Everything that came to or went from what is on hand: its sum is what is on hand.
CREATE TABLE stock_movement (
    id          uuid        PRIMARY KEY,
    sku         text        NOT NULL REFERENCES item,
    delta       bigint      NOT NULL,
    reason      text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
