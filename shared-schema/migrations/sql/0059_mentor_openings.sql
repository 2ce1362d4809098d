-- Purpose: mentors are found by when they are free, without reckoning the time of all of them for each search
-- Ticket: N/A (a booking that cannot collide, in anybody's time zone)
-- Reversible: Yes
-- Dependencies: 0040_bookings
-- Rollback:
--   DROP TABLE internal.mentor_opening;

-- What was reckoned last of a mentor's time, and when; it is reckoned anew by due_at, and what changes their time says so here.
CREATE TABLE internal.mentor_opening (
  id          text CONSTRAINT mentor_opening_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  user_id     text NOT NULL CONSTRAINT mentor_opening_user_id_key UNIQUE
                CONSTRAINT mentor_opening_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  due_at      timestamptz NOT NULL DEFAULT now(),
  reckoned_at timestamptz,
  -- The first start of a session of the shortest length that they offer, and from which to which all others are.
  next_at     timestamptz,
  openings    tstzmultirange NOT NULL DEFAULT '{}'
                CONSTRAINT mentor_opening_openings_check CHECK (pg_column_size(openings) <= 16384),
  -- What they offer, booked or not.
  minutes_a_week int NOT NULL DEFAULT 0 CONSTRAINT mentor_opening_minutes_a_week_check CHECK (minutes_a_week BETWEEN 0 AND 10080),
  CONSTRAINT mentor_opening_next_check CHECK ((next_at IS NULL) = isempty(openings)),
  CONSTRAINT mentor_opening_reckoned_check CHECK (next_at IS NULL OR reckoned_at IS NOT NULL)
);
CREATE INDEX mentor_opening_due_at_idx ON internal.mentor_opening (due_at);
CREATE INDEX mentor_opening_next_at_idx ON internal.mentor_opening (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX mentor_opening_openings_idx ON internal.mentor_opening USING gist (openings);
CREATE TRIGGER mentor_opening_keep_updated_at BEFORE UPDATE ON internal.mentor_opening
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

INSERT INTO internal.mentor_opening (user_id)
SELECT p.user_id FROM profiles p WHERE p.user_id IS NOT NULL AND p.mentoring @> '{"enabled": true}';
