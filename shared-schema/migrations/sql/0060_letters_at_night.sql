-- Purpose: letters about sessions that can wait do not come in the quiet hours of whoever gets them
-- Ticket: N/A (a booking that cannot collide, in anybody's time zone)
-- Reversible: Partial
-- Dependencies: 0039_notification_wishes, 0040_bookings
-- Rollback:
--   DROP TABLE internal.session_letter;

-- One that is to be written when the quiet hours are over, if it is still true then.
CREATE TABLE internal.session_letter (
  id         text CONSTRAINT session_letter_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  session_id text NOT NULL CONSTRAINT session_letter_session_id_fkey REFERENCES public.mentor_sessions (id) ON DELETE CASCADE,
  user_id    text NOT NULL CONSTRAINT session_letter_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  event_id   text NOT NULL CONSTRAINT session_letter_event_id_check CHECK (length(event_id) BETWEEN 1 AND 64),
  occasion   text NOT NULL CONSTRAINT session_letter_occasion_check CHECK (
               occasion IN ('session-requested', 'session-declined', 'session-expired', 'session-proposed', 'session-missed',
                            'session-feedback')),
  due_at     timestamptz NOT NULL,
  CONSTRAINT session_letter_event_id_key UNIQUE (event_id, user_id)
);
CREATE INDEX session_letter_due_at_idx ON internal.session_letter (due_at);
CREATE INDEX session_letter_session_id_idx ON internal.session_letter (session_id);
CREATE INDEX session_letter_user_id_idx ON internal.session_letter (user_id);
CREATE TRIGGER session_letter_keep_updated_at BEFORE UPDATE ON internal.session_letter
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
