-- What taking an event has done: one row each.
CREATE TABLE effect (
    pos        bigint GENERATED ALWAYS AS IDENTITY,
    message_id uuid   NOT NULL,
    key        text   NOT NULL,
    amount     bigint NOT NULL
);
