-- Every command the gateway has accepted, with the answer its client was given.
CREATE TABLE ledger (
    command_id      uuid        PRIMARY KEY,
    type            text        NOT NULL,
    subject         text        NOT NULL,
    owner           text,
    caller          text        NOT NULL,
    idempotency_key text,
    request_hash    bytea       NOT NULL,
    answer_status   smallint    NOT NULL,
    answer_headers  text        NOT NULL,
    answer_body     text        NOT NULL,
    accepted_at     timestamptz NOT NULL,
    UNIQUE (caller, idempotency_key)
);

COMMENT ON COLUMN ledger.command_id IS 'UUIDv7, so a range of ids is a span of time: what is older than a day is found and dropped by this key.';
COMMENT ON COLUMN ledger.owner IS 'The customer it concerns, who may ask for it too; null if it concerns none.';
COMMENT ON COLUMN ledger.idempotency_key IS 'Null if the client gave none, which only idempotent methods allow.';
COMMENT ON COLUMN ledger.request_hash IS 'SHA-256 of method, path and canonical body.';

-- What became of a command, as its events tell. Rebuilt from them like every view.
CREATE TABLE command_outcome (
    command_id uuid        PRIMARY KEY,
    status     text        NOT NULL CHECK (status IN ('done', 'refused', 'dead')),
    reason     text,
    detail     text,
    decided_at timestamptz NOT NULL
);
