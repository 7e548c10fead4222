-- Dead letters in every state, what was dead, and what happened to each.
ALTER TABLE dead_letter_view
    ADD COLUMN state           text        NOT NULL DEFAULT 'dead',
    ADD COLUMN version         bigint      NOT NULL DEFAULT 1,
    ADD COLUMN address         text,
    ADD COLUMN first_failed_at timestamptz,
    ADD COLUMN changed_at      timestamptz;

UPDATE dead_letter_view SET changed_at = dead_at;

ALTER TABLE dead_letter_view ALTER COLUMN changed_at SET NOT NULL;

-- Each is read backwards from a point in time, whichever filter there is.
CREATE INDEX dead_letter_view_by_service ON dead_letter_view (service, dead_at, id);
CREATE INDEX dead_letter_view_by_state ON dead_letter_view (state, dead_at, id);
CREATE INDEX dead_letter_view_by_reason ON dead_letter_view (reason, dead_at, id);
CREATE INDEX dead_letter_view_by_type ON dead_letter_view (type, dead_at, id);
CREATE INDEX dead_letter_view_by_subject ON dead_letter_view (subject, dead_at, id);

-- The message itself, apart: a list does not read it.
CREATE TABLE dead_letter_message_view (
    id            uuid    PRIMARY KEY,
    version       bigint  NOT NULL,
    headers       text    NOT NULL,
    payload       text    NOT NULL,
    payload_bytes bigint  NOT NULL,
    payload_whole boolean NOT NULL
);

CREATE TABLE dead_letter_change_view (
    event_id       uuid        PRIMARY KEY,
    dead_letter_id uuid        NOT NULL,
    version        bigint      NOT NULL,
    at             timestamptz NOT NULL,
    change         text        NOT NULL,
    requested_by   text,
    reason         text,
    detail         text,
    command_id     uuid,
    tries          text
);

CREATE UNIQUE INDEX dead_letter_change_view_by_letter ON dead_letter_change_view (dead_letter_id, version);
