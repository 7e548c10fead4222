-- For whoever wakes this service: when something is due, and nothing else.
CREATE VIEW waiting_timer AS
SELECT due_at FROM timer WHERE state = 'pending';

GRANT SELECT ON waiting_timer TO pg_monitor;
