-- The catalogue as its events tell. What an item is and how much there is of it come in different
-- events, so each part has the version it was last told at.
CREATE TABLE item_view (
    sku                text        COLLATE "C" PRIMARY KEY,
    name               text,
    prices             jsonb,
    on_hand            bigint      NOT NULL DEFAULT 0,
    reserved           bigint      NOT NULL DEFAULT 0,
    definition_version bigint      NOT NULL DEFAULT 0,
    stock_version      bigint      NOT NULL DEFAULT 0,
    updated_at         timestamptz NOT NULL
);
