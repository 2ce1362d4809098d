-- Purpose: mentoring sessions and intake forms
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE intake_forms, mentor_sessions;
--   DROP TYPE intake_form_type;
--   DROP TYPE session_status;
--   DROP TYPE session_type;

CREATE TYPE session_type AS ENUM ('artistic', 'knowledge_transfer', 'panamia_planning', 'pana_support');
CREATE TYPE session_status AS ENUM ('pending', 'scheduled', 'in_progress', 'completed', 'cancelled', 'declined');
CREATE TYPE intake_form_type AS ENUM ('art', 'apparel', 'food', 'goods', 'org', 'services');

CREATE TABLE mentor_sessions (
  id                   text PRIMARY KEY DEFAULT pana_id(),
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  version              int NOT NULL DEFAULT 0,
  -- The reference system's join keys. Rights hang on the user ids; nothing here reads these two.
  mentor_email         text,
  mentee_email         text,
  -- NULL only in a finished session whose person is gone: the partner keeps the record.
  mentor_user_id       text CONSTRAINT mentor_sessions_mentor_user_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  mentee_user_id       text CONSTRAINT mentor_sessions_mentee_user_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  session_id           text NOT NULL DEFAULT pana_id() CONSTRAINT mentor_sessions_session_id_key UNIQUE
                         CONSTRAINT mentor_sessions_session_id_check CHECK (session_id ~ '^[A-Za-z0-9_-]{16,32}$'),
  scheduled_at         timestamptz NOT NULL,
  duration             int NOT NULL DEFAULT 60 CONSTRAINT mentor_sessions_duration_check CHECK (duration BETWEEN 15 AND 120),
  ends_at              timestamptz NOT NULL,
  topic                text NOT NULL CONSTRAINT mentor_sessions_topic_check CHECK (length(topic) BETWEEN 5 AND 200),
  session_type         session_type NOT NULL,
  status               session_status NOT NULL DEFAULT 'pending',
  notes                text CONSTRAINT mentor_sessions_notes_check CHECK (length(notes) <= 5000),
  mentor_timezone      text,
  mentee_timezone      text,
  price_cents          int NOT NULL DEFAULT 0 CONSTRAINT mentor_sessions_price_check CHECK (price_cents >= 0),
  currency             text NOT NULL DEFAULT 'USD' CONSTRAINT mentor_sessions_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  location_kind        text NOT NULL DEFAULT 'video'
                         CONSTRAINT mentor_sessions_location_kind_check CHECK (location_kind IN ('video', 'in_person', 'phone')),
  location_text        text CONSTRAINT mentor_sessions_location_text_check CHECK (length(location_text) <= 500),
  request_expires_at   timestamptz,
  started_at           timestamptz,
  completed_at         timestamptz,
  no_show_by           text CONSTRAINT mentor_sessions_no_show_by_check CHECK (no_show_by IN ('mentor', 'mentee', 'both')),
  no_show_at           timestamptz,
  cancelled_at         timestamptz,
  cancelled_by         text,
  cancelled_by_user_id text CONSTRAINT mentor_sessions_cancelled_by_user_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  cancelled_role       text CONSTRAINT mentor_sessions_cancelled_role_check
                         CHECK (cancelled_role IN ('mentor', 'mentee', 'moderator', 'system')),
  cancel_reason        text CONSTRAINT mentor_sessions_cancel_reason_check CHECK (length(cancel_reason) BETWEEN 1 AND 500),
  declined_at          timestamptz,
  declined_by          text,
  decline_reason       text CONSTRAINT mentor_sessions_decline_reason_check CHECK (length(decline_reason) BETWEEN 1 AND 500),
  rescheduled_from_id  text CONSTRAINT mentor_sessions_rescheduled_from_id_fkey REFERENCES mentor_sessions (id) ON DELETE SET NULL,
  ical_uid             text NOT NULL DEFAULT pana_id() CONSTRAINT mentor_sessions_ical_uid_key UNIQUE,
  ical_sequence        int NOT NULL DEFAULT 0 CONSTRAINT mentor_sessions_ical_sequence_check CHECK (ical_sequence >= 0),
  CONSTRAINT mentor_sessions_people_check CHECK (mentor_user_id <> mentee_user_id),
  CONSTRAINT mentor_sessions_present_check CHECK ((mentor_user_id IS NOT NULL AND mentee_user_id IS NOT NULL)
                                                  OR status IN ('completed', 'cancelled', 'declined')),
  CONSTRAINT mentor_sessions_ends_at_check CHECK (ends_at = scheduled_at + make_interval(mins => duration)),
  CONSTRAINT mentor_sessions_declined_check CHECK (status <> 'declined' OR (declined_at IS NOT NULL AND decline_reason IS NOT NULL)),
  CONSTRAINT mentor_sessions_cancelled_check CHECK (status <> 'cancelled'
                                                    OR (cancelled_at IS NOT NULL AND cancel_reason IS NOT NULL AND cancelled_role IS NOT NULL)),
  CONSTRAINT mentor_sessions_completed_check CHECK (status <> 'completed' OR completed_at IS NOT NULL),
  CONSTRAINT mentor_sessions_started_check CHECK (status <> 'in_progress' OR started_at IS NOT NULL),
  CONSTRAINT mentor_sessions_no_show_check CHECK ((no_show_by IS NULL) = (no_show_at IS NULL))
);
CREATE INDEX mentor_sessions_mentor_idx ON mentor_sessions (mentor_user_id, scheduled_at DESC, id DESC);
CREATE INDEX mentor_sessions_mentee_idx ON mentor_sessions (mentee_user_id, scheduled_at DESC, id DESC);
CREATE INDEX mentor_sessions_open_idx ON mentor_sessions (scheduled_at) WHERE status IN ('pending', 'scheduled', 'in_progress');
CREATE INDEX mentor_sessions_request_expires_idx ON mentor_sessions (request_expires_at) WHERE status = 'pending';
CREATE INDEX mentor_sessions_rescheduled_from_idx ON mentor_sessions (rescheduled_from_id) WHERE rescheduled_from_id IS NOT NULL;
CREATE INDEX mentor_sessions_cancelled_by_idx ON mentor_sessions (cancelled_by_user_id) WHERE cancelled_by_user_id IS NOT NULL;
CREATE TRIGGER mentor_sessions_keep_version BEFORE UPDATE ON mentor_sessions
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE intake_forms (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version    int NOT NULL DEFAULT 0,
  email      text NOT NULL CONSTRAINT intake_forms_email_check CHECK (length(email) BETWEEN 3 AND 254),
  user_id    text CONSTRAINT intake_forms_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  form_type  intake_form_type NOT NULL,
  name       text CONSTRAINT intake_forms_name_check CHECK (length(name) <= 100),
  complete   boolean NOT NULL DEFAULT false,
  completed_at timestamptz,
  form_data  jsonb NOT NULL DEFAULT '{}'
               CONSTRAINT intake_forms_form_data_check CHECK (jsonb_typeof(form_data) = 'object' AND pg_column_size(form_data) <= 65536),
  CONSTRAINT intake_forms_complete_check CHECK (complete = (completed_at IS NOT NULL))
);
-- One form of each kind per address: a person may be both an artist and a cook.
CREATE UNIQUE INDEX intake_forms_email_type_key ON intake_forms (lower(email), form_type);
CREATE INDEX intake_forms_user_id_idx ON intake_forms (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX intake_forms_list_idx ON intake_forms (form_type, complete, created_at DESC, id DESC);
CREATE TRIGGER intake_forms_keep_version BEFORE UPDATE ON intake_forms
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();
