-- Long work over the schema of the service that embeds it. The table holds what waits and what
-- runs; what has ended moves to the history, so this one stays small.
CREATE TABLE job (
    id             uuid        PRIMARY KEY,
    queue          text        NOT NULL,
    kind           text        NOT NULL,
    state          smallint    NOT NULL DEFAULT 0 CHECK (state IN (0, 1)),
    priority       smallint    NOT NULL DEFAULT 2 CHECK (priority BETWEEN 0 AND 3),
    run_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempt        smallint    NOT NULL DEFAULT 0,
    max_attempts   smallint    NOT NULL CHECK (max_attempts > 0),
    lease          bigint      NOT NULL DEFAULT 0,
    worker_id      uuid,
    claimed_at     timestamptz,
    deadline_at    timestamptz,
    cancel         boolean     NOT NULL DEFAULT false,
    unique_key     text,
    group_key      text,
    input          jsonb       NOT NULL,
    checkpoint     jsonb,
    error          text,
    correlation_id uuid        NOT NULL,
    causation_id   uuid,
    traceparent    text,
    enqueued_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((state = 1) = (worker_id IS NOT NULL))
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

COMMENT ON COLUMN job.state IS '0 waiting, 1 running.';
COMMENT ON COLUMN job.priority IS '0 first, 3 last.';
COMMENT ON COLUMN job.lease IS 'Grows with every claim and take-over: the fence. Who holds an older one can write no more.';
COMMENT ON COLUMN job.unique_key IS 'No two jobs of one kind wait or run under the same key.';
COMMENT ON COLUMN job.error IS 'What the last failed attempt said.';

CREATE INDEX job_due ON job (queue, priority, run_at, id) WHERE state = 0;
CREATE INDEX job_running ON job (worker_id) WHERE state = 1;
CREATE UNIQUE INDEX job_unique ON job (kind, unique_key) WHERE unique_key IS NOT NULL;

-- A process that runs jobs. Its one beat holds the leases of all its jobs.
CREATE TABLE worker (
    id       uuid        PRIMARY KEY,
    node     text        NOT NULL,
    beat_at  timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Jobs that have ended: a ring of four partitions, ten days each. The one to be used next is
-- truncated, so that a row stays for 20 days at least and nothing is deleted row by row.
CREATE TABLE job_history (
    slot           smallint    NOT NULL DEFAULT ((extract(epoch FROM clock_timestamp())::bigint / 864000) % 4)::smallint,
    id             uuid        NOT NULL,
    queue          text        NOT NULL,
    kind           text        NOT NULL,
    outcome        text        NOT NULL CHECK (outcome IN ('succeeded', 'failed', 'canceled')),
    attempts       smallint    NOT NULL,
    unique_key     text,
    input          jsonb       NOT NULL,
    checkpoint     jsonb,
    error          text,
    correlation_id uuid        NOT NULL,
    enqueued_at    timestamptz NOT NULL,
    claimed_at     timestamptz,
    ended_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (slot, id)
) PARTITION BY LIST (slot);

CREATE TABLE job_history_0 PARTITION OF job_history FOR VALUES IN (0);
CREATE TABLE job_history_1 PARTITION OF job_history FOR VALUES IN (1);
CREATE TABLE job_history_2 PARTITION OF job_history FOR VALUES IN (2);
CREATE TABLE job_history_3 PARTITION OF job_history FOR VALUES IN (3);

CREATE INDEX job_history_by_time ON job_history (kind, ended_at DESC);
