-- One role and one schema per service. A role owns its schema and cannot read another's.
-- Runs in the database "holdfast" as a superuser, any number of times. Passwords are for development.

DO $$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['gateway', 'orders', 'notifications', 'scheduler'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
            EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', service, service);
        END IF;
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, service);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', service);
        EXECUTE format('ALTER ROLE %I IN DATABASE holdfast SET search_path = %I', service, service);
    END LOOP;

    -- For auditors, benchmarks and curious people: reads everything, is no superuser.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'holdfast') THEN
        CREATE ROLE holdfast LOGIN PASSWORD 'holdfast';
    END IF;
    GRANT pg_read_all_data, pg_monitor, pg_signal_backend TO holdfast;
    ALTER DATABASE holdfast OWNER TO holdfast;
END
$$;

REVOKE ALL ON DATABASE holdfast FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE holdfast TO gateway, orders, notifications, scheduler;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
