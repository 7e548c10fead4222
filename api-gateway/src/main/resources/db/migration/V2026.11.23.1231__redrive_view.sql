-- Who had which dead letters tried again, and how far that has come.
CREATE TABLE redrive_view (
    id              uuid        PRIMARY KEY,
    service         text        NOT NULL,
    state           text        NOT NULL,
    selection       text        NOT NULL,
    dry_run         boolean     NOT NULL,
    rate_per_second integer     NOT NULL,
    requested_by    text        NOT NULL,
    reason          text        NOT NULL,
    matched         bigint      NOT NULL,
    first           text        NOT NULL,
    redriven        bigint      NOT NULL DEFAULT 0,
    resolved        bigint      NOT NULL DEFAULT 0,
    skipped         bigint      NOT NULL DEFAULT 0,
    started_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    canceled_by     text,
    cancel_reason   text
);

CREATE INDEX redrive_view_by_time ON redrive_view (started_at, id);
