-- Schedules as their events tell. What a schedule is and what it did last come in different events; both say when it
-- fires next, and the later one counts.
CREATE TABLE schedule_view (
    name         text        COLLATE "C" PRIMARY KEY,
    version      bigint      NOT NULL DEFAULT 0,
    state        text        NOT NULL,
    definition   jsonb,
    defined_at   timestamptz,
    next_fire_at timestamptz,
    last_fire_at timestamptz,
    last_outcome text,
    updated_at   timestamptz NOT NULL
) WITH (fillfactor = 70);

COMMENT ON COLUMN schedule_view.version IS '0 as long as nothing was told but that it fired.';
