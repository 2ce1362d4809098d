-- Purpose: a booking that cannot collide, whoever is involved and in whatever part, and what goes with it until the feedback
-- Ticket: N/A (a booking that cannot collide, in anybody's time zone)
-- Reversible: Partial
-- Dependencies: 0007_mentoring, btree_gist
-- Rollback:
--   DROP TABLE internal.calendar_feed, internal.session_feedback, internal.session_note, internal.session_due, internal.mentor_busy;
--   DROP INDEX mentor_sessions_asked_idx, mentor_sessions_scheduled_at_idx;
--   ALTER TABLE mentor_sessions DROP COLUMN reschedules, DROP COLUMN proposed_by, DROP COLUMN proposed_at,
--     DROP COLUMN mentee_joined_at, DROP COLUMN mentor_joined_at, DROP COLUMN accepted_at;

ALTER TABLE mentor_sessions
  ADD COLUMN accepted_at      timestamptz,
  -- Who has come: the first one starts the session.
  ADD COLUMN mentor_joined_at timestamptz,
  ADD COLUMN mentee_joined_at timestamptz,
  -- Another time that one of the two would like better; the other one has not answered.
  ADD COLUMN proposed_at      timestamptz,
  ADD COLUMN proposed_by      text CONSTRAINT mentor_sessions_proposed_by_check CHECK (proposed_by IN ('mentor', 'mentee')),
  ADD COLUMN reschedules      int NOT NULL DEFAULT 0 CONSTRAINT mentor_sessions_reschedules_check CHECK (reschedules >= 0),
  ADD CONSTRAINT mentor_sessions_proposal_check CHECK ((proposed_at IS NULL) = (proposed_by IS NULL));
-- For the figures of a stretch of time.
CREATE INDEX mentor_sessions_scheduled_at_idx ON mentor_sessions (scheduled_at);
CREATE INDEX mentor_sessions_asked_idx ON mentor_sessions (mentee_user_id, created_at);

-- When somebody cannot be booked: a row for each of the two in a session, and one for a mentor whose slot somebody holds while
-- they fill in the form. A mentor's is wider than the session by what they want between two. Half-open, so that the end of one
-- may be the beginning of the next.
CREATE TABLE internal.mentor_busy (
  id         text CONSTRAINT mentor_busy_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  user_id    text NOT NULL CONSTRAINT mentor_busy_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  during     tstzrange NOT NULL CONSTRAINT mentor_busy_during_check CHECK (
               NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during) AND NOT lower_inf(during) AND NOT upper_inf(during)
               AND isfinite(lower(during)) AND isfinite(upper(during))),
  session_id text CONSTRAINT mentor_busy_session_id_fkey REFERENCES public.mentor_sessions (id) ON DELETE CASCADE,
  -- One at a time: whoever looks at another slot lets the first one go.
  held_by    text CONSTRAINT mentor_busy_held_by_key UNIQUE
               CONSTRAINT mentor_busy_held_by_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  held_until timestamptz,
  CONSTRAINT mentor_busy_cause_check CHECK (num_nonnulls(session_id, held_by) = 1),
  CONSTRAINT mentor_busy_held_check CHECK ((held_by IS NULL) = (held_until IS NULL)),
  CONSTRAINT mentor_busy_session_id_key UNIQUE (session_id, user_id),
  CONSTRAINT mentor_busy_during_excl EXCLUDE USING gist (user_id WITH =, during WITH &&)
);
CREATE INDEX mentor_busy_user_id_idx ON internal.mentor_busy (user_id, lower(during));
CREATE TRIGGER mentor_busy_keep_updated_at BEFORE UPDATE ON internal.mentor_busy
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What is to be said about a session at a certain time, once: reminders, and the wish for feedback.
CREATE TABLE internal.session_due (
  id         text CONSTRAINT session_due_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  session_id text NOT NULL CONSTRAINT session_due_session_id_fkey REFERENCES public.mentor_sessions (id) ON DELETE CASCADE,
  kind       text NOT NULL CONSTRAINT session_due_kind_check CHECK (
               kind IN ('day-before', 'hour-before', 'minutes-before', 'feedback')),
  due_at     timestamptz NOT NULL,
  done_at    timestamptz,
  CONSTRAINT session_due_session_id_key UNIQUE (session_id, kind)
);
CREATE INDEX session_due_due_idx ON internal.session_due (due_at) WHERE done_at IS NULL;
CREATE TRIGGER session_due_keep_updated_at BEFORE UPDATE ON internal.session_due
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What one of the two writes down for themselves; what they share stands in the session.
CREATE TABLE internal.session_note (
  id         text CONSTRAINT session_note_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version    int NOT NULL DEFAULT 0,
  session_id text NOT NULL CONSTRAINT session_note_session_id_fkey REFERENCES public.mentor_sessions (id) ON DELETE CASCADE,
  author_id  text NOT NULL CONSTRAINT session_note_author_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  content    text NOT NULL CONSTRAINT session_note_content_check CHECK (length(content) <= 5000),
  CONSTRAINT session_note_session_id_key UNIQUE (session_id, author_id)
);
CREATE INDEX session_note_author_id_idx ON internal.session_note (author_id);
CREATE TRIGGER session_note_keep_version BEFORE UPDATE ON internal.session_note
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE internal.session_feedback (
  id         text CONSTRAINT session_feedback_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  session_id text NOT NULL CONSTRAINT session_feedback_session_id_fkey REFERENCES public.mentor_sessions (id) ON DELETE CASCADE,
  side       text NOT NULL CONSTRAINT session_feedback_side_check CHECK (side IN ('mentor', 'mentee')),
  rating     int NOT NULL CONSTRAINT session_feedback_rating_check CHECK (rating BETWEEN 1 AND 5),
  comment    text CONSTRAINT session_feedback_comment_check CHECK (length(comment) BETWEEN 1 AND 1000),
  CONSTRAINT session_feedback_session_id_key UNIQUE (session_id, side)
);
CREATE TRIGGER session_feedback_keep_updated_at BEFORE UPDATE ON internal.session_feedback
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The address of somebody's calendar opens with a secret, of which only the hash is kept; a new one ends the former.
CREATE TABLE internal.calendar_feed (
  id          text CONSTRAINT calendar_feed_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  user_id     text NOT NULL CONSTRAINT calendar_feed_user_id_key UNIQUE
                CONSTRAINT calendar_feed_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  secret_hash text NOT NULL CONSTRAINT calendar_feed_secret_hash_key UNIQUE
                CONSTRAINT calendar_feed_secret_hash_check CHECK (secret_hash ~ '^[0-9a-f]{64}$')
);
CREATE TRIGGER calendar_feed_keep_updated_at BEFORE UPDATE ON internal.calendar_feed
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
