-- Purpose: whoever is first in line for a mentor's time is offered what becomes free, for two hours, and nobody else is
-- Ticket: N/A (a booking that cannot collide, in anybody's time zone)
-- Reversible: Partial
-- Dependencies: 0040_bookings
-- Rollback:
--   DELETE FROM internal.mentor_busy WHERE waiting_id IS NOT NULL;
--   DROP INDEX internal.mentor_busy_held_by_idx, internal.mentor_busy_held_by_key;
--   ALTER TABLE internal.mentor_busy DROP COLUMN waiting_id, ADD CONSTRAINT mentor_busy_held_by_key UNIQUE (held_by);
--   DROP TABLE internal.mentor_waiting;

-- The lower id came first. An offer is kept in mentor_busy, too, where it cannot collide with anything.
CREATE TABLE internal.mentor_waiting (
  id            text CONSTRAINT mentor_waiting_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  mentor_id     text NOT NULL CONSTRAINT mentor_waiting_mentor_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  person_id     text NOT NULL CONSTRAINT mentor_waiting_person_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  duration      int NOT NULL CONSTRAINT mentor_waiting_duration_check CHECK (duration IN (15, 30, 60, 90, 120)),
  wanted_from   timestamptz NOT NULL,
  wanted_until  timestamptz NOT NULL,
  zone          text NOT NULL DEFAULT 'UTC' CONSTRAINT mentor_waiting_zone_check CHECK (length(zone) BETWEEN 1 AND 64),
  offered_at    timestamptz,
  offered_until timestamptz,
  looked_at     timestamptz,
  CONSTRAINT mentor_waiting_mentor_id_key UNIQUE (mentor_id, person_id),
  CONSTRAINT mentor_waiting_self_check CHECK (mentor_id <> person_id),
  CONSTRAINT mentor_waiting_wanted_check CHECK (wanted_from < wanted_until AND isfinite(wanted_from) AND isfinite(wanted_until)),
  CONSTRAINT mentor_waiting_offer_check CHECK ((offered_at IS NULL) = (offered_until IS NULL))
);
CREATE INDEX mentor_waiting_person_id_idx ON internal.mentor_waiting (person_id);
CREATE INDEX mentor_waiting_looked_at_idx ON internal.mentor_waiting (looked_at NULLS FIRST, id) WHERE offered_until IS NULL;
CREATE INDEX mentor_waiting_offered_until_idx ON internal.mentor_waiting (offered_until) WHERE offered_until IS NOT NULL;
CREATE TRIGGER mentor_waiting_keep_updated_at BEFORE UPDATE ON internal.mentor_waiting
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Whoever fills in a form has one slot at a time; what they have waited for is kept besides.
ALTER TABLE internal.mentor_busy DROP CONSTRAINT mentor_busy_held_by_key,
  ADD COLUMN waiting_id text CONSTRAINT mentor_busy_waiting_id_key UNIQUE
    CONSTRAINT mentor_busy_waiting_id_fkey REFERENCES internal.mentor_waiting (id) ON DELETE CASCADE,
  ADD CONSTRAINT mentor_busy_waiting_check CHECK (waiting_id IS NULL OR held_by IS NOT NULL);
CREATE UNIQUE INDEX mentor_busy_held_by_key ON internal.mentor_busy (held_by) WHERE waiting_id IS NULL;
CREATE INDEX mentor_busy_held_by_idx ON internal.mentor_busy (held_by) WHERE held_by IS NOT NULL;
