-- Who had which dead letters tried again, when, why, and how far that has come.
CREATE TABLE redrive (
    id              uuid        PRIMARY KEY,
    selection       jsonb       NOT NULL,
    dry_run         boolean     NOT NULL,
    rate_per_second integer     NOT NULL CHECK (rate_per_second > 0),
    requested_by    text        NOT NULL,
    reason          text        NOT NULL,
    state           text        NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'completed', 'canceled')),
    last_id         uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    matched         bigint      NOT NULL,
    redriven        bigint      NOT NULL DEFAULT 0,
    resolved        bigint      NOT NULL DEFAULT 0,
    skipped         bigint      NOT NULL DEFAULT 0,
    started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    told_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at     timestamptz,
    canceled_by     text,
    cancel_reason   text
);

COMMENT ON COLUMN redrive.last_id IS 'The last dead letter that it came to; they are taken in the order of their ids.';
COMMENT ON COLUMN redrive.told_at IS 'When an event last told how far it has come.';
