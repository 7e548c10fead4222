-- Orders as their events tell. "C" collation: a prefix is a range of the index, on any server.
CREATE TABLE order_view (
    id             uuid        PRIMARY KEY,
    reference      text        COLLATE "C" NOT NULL,
    status         text        NOT NULL,
    reason         text,
    currency       text        NOT NULL,
    total          bigint      NOT NULL,
    customer_id    text        COLLATE "C" NOT NULL,
    customer_name  text        NOT NULL,
    customer_email text        NOT NULL,
    version        bigint      NOT NULL,
    accepted_at    timestamptz NOT NULL,
    placed_at      timestamptz NOT NULL,
    confirmed_at   timestamptz,
    updated_at     timestamptz NOT NULL
);

CREATE INDEX order_view_by_status ON order_view (status, id);
CREATE INDEX order_view_by_customer ON order_view (customer_id, id);
CREATE INDEX order_view_by_reference ON order_view (reference, id);

CREATE TABLE order_line (
    order_id   uuid     NOT NULL,
    line       smallint NOT NULL,
    sku        text     NOT NULL,
    name       text,
    quantity   integer  NOT NULL,
    unit_price bigint,
    PRIMARY KEY (order_id, line)
);

-- How many orders stand where, kept with the view so that nobody has to count. Each batch adds to
-- one shard of several, so that batches do not wait for each other.
CREATE TABLE order_count (
    status text     NOT NULL,
    shard  smallint NOT NULL,
    orders bigint   NOT NULL,
    PRIMARY KEY (status, shard)
) WITH (fillfactor = 50);
