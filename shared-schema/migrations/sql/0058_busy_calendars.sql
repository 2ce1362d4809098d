-- Purpose: nobody is booked while a calendar that they keep elsewhere says that they are busy
-- Ticket: N/A (a booking that cannot collide, in anybody's time zone)
-- Reversible: Partial
-- Dependencies: 0007_mentoring
-- Rollback:
--   DROP TABLE internal.busy_calendar;

-- One for each person. Whoever has its address can read that calendar, so it is kept sealed. What was read of it last is one
-- value, which a reading replaces as a whole, and it stays while the calendar cannot be read.
CREATE TABLE internal.busy_calendar (
  id            text CONSTRAINT busy_calendar_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  user_id       text NOT NULL CONSTRAINT busy_calendar_user_id_key UNIQUE
                  CONSTRAINT busy_calendar_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  address       bytea NOT NULL CONSTRAINT busy_calendar_address_check CHECK (octet_length(address) <= 4096),
  given_at      timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,
  -- When it was read as a whole, and when it last answered, maybe that nothing has changed.
  read_at       timestamptz,
  answered_at   timestamptz,
  etag          text CONSTRAINT busy_calendar_etag_check CHECK (length(etag) <= 500),
  last_modified text CONSTRAINT busy_calendar_last_modified_check CHECK (length(last_modified) <= 100),
  failures      int NOT NULL DEFAULT 0 CONSTRAINT busy_calendar_failures_check CHECK (failures >= 0),
  fault         text CONSTRAINT busy_calendar_fault_check CHECK (
                  fault IN ('bad-address', 'not-found', 'not-allowed', 'unreachable', 'too-slow', 'too-large', 'no-calendar')),
  busy          tstzmultirange NOT NULL DEFAULT '{}'
                  CONSTRAINT busy_calendar_busy_check CHECK (pg_column_size(busy) <= 131072),
  CONSTRAINT busy_calendar_failing_check CHECK ((fault IS NULL) = (failures = 0))
);
CREATE INDEX busy_calendar_due_at_idx ON internal.busy_calendar (due_at);
CREATE TRIGGER busy_calendar_keep_updated_at BEFORE UPDATE ON internal.busy_calendar
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
