-- What a service gave up on.
CREATE TABLE dead_letter_view (
    id         uuid        PRIMARY KEY,
    service    text        NOT NULL,
    origin     text        NOT NULL,
    message_id uuid,
    type       text,
    subject    text,
    reason     text        NOT NULL,
    detail     text        NOT NULL,
    dead_at    timestamptz NOT NULL
);

CREATE INDEX dead_letter_view_by_time ON dead_letter_view (dead_at, id);
