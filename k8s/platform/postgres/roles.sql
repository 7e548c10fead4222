-- One role and one schema for each service. A role owns its schema and can read no other. Run once, as a superuser, in the
-- database "holdfast"; passwords are set from Secrets afterwards.
CREATE ROLE gateway LOGIN;
CREATE ROLE orders LOGIN;
CREATE ROLE notifications LOGIN;
CREATE ROLE scheduler LOGIN;

CREATE SCHEMA gateway AUTHORIZATION gateway;
CREATE SCHEMA orders AUTHORIZATION orders;
CREATE SCHEMA notifications AUTHORIZATION notifications;
CREATE SCHEMA scheduler AUTHORIZATION scheduler;

REVOKE ALL ON DATABASE holdfast FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE holdfast TO gateway, orders, notifications, scheduler;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- Who watches may connect; what it may read there, each service's migrations say.
GRANT CONNECT ON DATABASE holdfast TO pg_monitor;
