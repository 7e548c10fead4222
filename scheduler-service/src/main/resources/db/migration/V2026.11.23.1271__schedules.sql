-- What fires again and again.
CREATE TABLE schedule (
    id           text        PRIMARY KEY,
    version      bigint      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('active', 'paused', 'ended', 'deleted')),
    definition   jsonb       NOT NULL,
    defined_at   timestamptz NOT NULL,
    next_fire_at timestamptz,
    tzdb         text        NOT NULL,
    CHECK (state = 'active' OR next_fire_at IS NULL)
) WITH (fillfactor = 70);

COMMENT ON COLUMN schedule.next_fire_at IS 'The first time that nobody has looked at; null also while a schedule with a pause waits for the end of a job.';
COMMENT ON COLUMN schedule.tzdb IS 'By which edition of the time zones the next time was computed.';

CREATE INDEX schedule_due ON schedule (next_fire_at) WHERE next_fire_at IS NOT NULL;

-- Every time that has come. Its primary key is why none fires twice, whoever fires.
CREATE TABLE schedule_fire (
    schedule   text        NOT NULL,
    fire_at    timestamptz NOT NULL,
    state      text        NOT NULL CHECK (state IN ('queued', 'open', 'over', 'skipped')),
    command_id uuid,
    decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (schedule, fire_at),
    CHECK ((state IN ('open', 'over')) = (command_id IS NOT NULL))
);

COMMENT ON COLUMN schedule_fire.state IS 'Open until the job it started has ended; what starts none is over at once.';

CREATE INDEX schedule_fire_pending ON schedule_fire (schedule, fire_at) WHERE state IN ('queued', 'open');
CREATE INDEX schedule_fire_old ON schedule_fire (decided_at) WHERE state IN ('over', 'skipped');

-- For whoever wakes this service: when something is due, and nothing else.
CREATE OR REPLACE VIEW waiting_timer AS
SELECT due_at FROM timer WHERE state = 'pending'
UNION ALL
SELECT next_fire_at FROM schedule WHERE next_fire_at IS NOT NULL;
