-- The life of a dead letter: dead, redriven, resolved; or dead, discarded. One that fails again is
-- dead again, in the same row.
ALTER TABLE dead_letter
    ADD COLUMN exchange   text,
    ADD COLUMN version    bigint      NOT NULL DEFAULT 1,
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN sent_as    uuid,
    ADD COLUMN sent_xid   xid8;

COMMENT ON COLUMN dead_letter.exchange IS 'Where at RabbitMQ it is sent again, "" for a queue by its name; null for an event.';
COMMENT ON COLUMN dead_letter.version IS 'Counts what happened to this letter.';
COMMENT ON COLUMN dead_letter.sent_as IS 'The message id under which it was sent again: its own, unless that is older than the inbox remembers.';
COMMENT ON COLUMN dead_letter.sent_xid IS 'The transaction that sent it again, by which the relay''s cursor tells whether it has left.';
COMMENT ON COLUMN dead_letter.history IS 'The tries that failed, and what was done about them, oldest first; at most the last hundred.';

UPDATE dead_letter SET exchange = '' WHERE origin = 'queue';

-- What is looked for all the time is little, and so are its indexes.
CREATE INDEX dead_letter_dead ON dead_letter (id) WHERE state = 'dead';
CREATE INDEX dead_letter_redriven ON dead_letter (id) WHERE state = 'redriven';
CREATE INDEX dead_letter_parked ON dead_letter (id) WHERE state = 'dead' AND reason = 'parked';
CREATE INDEX dead_letter_sent_as ON dead_letter (sent_as) WHERE sent_as IS NOT NULL;
