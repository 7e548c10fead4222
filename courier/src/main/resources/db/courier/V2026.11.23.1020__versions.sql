-- Which version of each key was handled last: one row per key, moved on in the transaction of the
-- effects, for as many keys at once as a batch has.
CREATE TABLE handled_version (
    consumer text   NOT NULL,
    topic    text   NOT NULL,
    key      text   NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (consumer, topic, key)
) WITH (fillfactor = 80);

COMMENT ON TABLE handled_version IS 'A record of a lower version, or of this one, is dropped; one that skips a version waits in parked_message.';

ALTER TABLE parked_message ADD COLUMN sequence bigint;

COMMENT ON COLUMN parked_message.sequence IS 'Its version in the stream of its key; null if it has none. Records leave the line in this order, then in that of arrival.';

UPDATE parked_message SET sequence = (headers ->> 'ce_sequence')::bigint;

CREATE INDEX parked_message_in_line ON parked_message (consumer, topic, key, sequence, pos);
