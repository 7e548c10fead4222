-- Commands that are to be sent at a time.
CREATE TABLE timer (
    id             text        PRIMARY KEY,
    state          text        NOT NULL CHECK (state IN ('pending', 'fired', 'canceled')),
    due_at         timestamptz,
    fire_address   text,
    fire_type      text,
    fire_key       text,
    fire_body      text,
    correlation_id uuid,
    causation_id   uuid,
    traceparent    text,
    command_id     uuid,
    ended_at       timestamptz,
    CHECK ((state = 'pending') = (ended_at IS NULL)),
    CHECK ((state = 'fired') = (command_id IS NOT NULL)),
    CHECK (state = 'canceled' OR due_at IS NOT NULL)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

COMMENT ON COLUMN timer.id IS 'The key its owner chose, unique for as long as the row is kept.';
COMMENT ON COLUMN timer.due_at IS 'Null if it was canceled before it was set.';
COMMENT ON COLUMN timer.fire_address IS 'RabbitMQ''s routing key.';
COMMENT ON COLUMN timer.causation_id IS 'The message that set it.';
COMMENT ON COLUMN timer.command_id IS 'The message it was fired as.';
COMMENT ON COLUMN timer.ended_at IS 'When it was fired or canceled; the row is kept from then on for the retention.';

CREATE INDEX timer_due ON timer (due_at) WHERE state = 'pending';
CREATE INDEX timer_ended ON timer (ended_at) WHERE state <> 'pending';

-- A UUIDv7 by this database's clock: message ids are made in the statement that fires.
CREATE FUNCTION next_message_id() RETURNS uuid
    LANGUAGE sql VOLATILE PARALLEL SAFE
AS $$
    SELECT encode(
        set_bit(
            set_bit(
                overlay(
                    uuid_send(gen_random_uuid())
                    PLACING substring(
                        int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                    FROM 1 FOR 6),
                52, 1),
            53, 1),
        'hex')::uuid
$$;
