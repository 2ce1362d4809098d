-- Purpose: every recurring job is known by name, runs in one process at a time, and tells when it ran and what came of it
-- Ticket: N/A (ops-service: retention)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.job;

-- A job is due when nobody runs it and its time has come. Who runs it holds it until leased_until and renews that between
-- its steps; a process that dies lets go by itself, and the next one goes on where it was.
CREATE TABLE internal.job (
  name         text CONSTRAINT job_pkey PRIMARY KEY CONSTRAINT job_name_check CHECK (name ~ '^[a-z]+(-[a-z]+)*$'),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  service      text NOT NULL CONSTRAINT job_service_check CHECK (service ~ '^[a-z]+-service$'),
  due_at       timestamptz NOT NULL DEFAULT now(),
  runner       text CONSTRAINT job_runner_check CHECK (length(runner) <= 100),
  leased_until timestamptz,
  started_at   timestamptz,
  ended_at     timestamptz,
  -- Rows of the run so far, and of all runs.
  done         bigint NOT NULL DEFAULT 0 CONSTRAINT job_done_check CHECK (done >= 0),
  done_ever    bigint NOT NULL DEFAULT 0 CONSTRAINT job_done_ever_check CHECK (done_ever >= 0),
  failures     int NOT NULL DEFAULT 0 CONSTRAINT job_failures_check CHECK (failures >= 0),
  error        text CONSTRAINT job_error_check CHECK (length(error) <= 500),
  CONSTRAINT job_lease_check CHECK ((runner IS NULL) = (leased_until IS NULL))
);
CREATE TRIGGER job_keep_updated_at BEFORE UPDATE ON internal.job
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
