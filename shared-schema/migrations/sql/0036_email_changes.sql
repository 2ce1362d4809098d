-- Purpose: a change of e-mail address can be undone from the old address for three days
-- Ticket: N/A (ops-service: e-mail migrations)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.email_change;
--   ALTER TABLE email_migrations DROP COLUMN locale;

ALTER TABLE email_migrations
  ADD COLUMN locale text NOT NULL DEFAULT 'en' CONSTRAINT email_migrations_locale_check CHECK (locale IN ('en', 'es'));

-- A change that was made. Its link undoes it, once.
CREATE TABLE internal.email_change (
  id         text CONSTRAINT email_change_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  user_id    text NOT NULL CONSTRAINT email_change_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  old_email  text NOT NULL CONSTRAINT email_change_old_email_check CHECK (length(old_email) BETWEEN 3 AND 254),
  new_email  text NOT NULL CONSTRAINT email_change_new_email_check CHECK (length(new_email) BETWEEN 3 AND 254),
  undo_token text NOT NULL CONSTRAINT email_change_undo_token_key UNIQUE,
  expires_at timestamptz NOT NULL,
  undone_at  timestamptz,
  CONSTRAINT email_change_undone_check CHECK (undone_at IS NULL OR undone_at <= expires_at)
);
CREATE INDEX email_change_user_id_idx ON internal.email_change (user_id, created_at DESC);
CREATE INDEX email_change_expires_at_idx ON internal.email_change (expires_at);
CREATE TRIGGER email_change_keep_updated_at BEFORE UPDATE ON internal.email_change
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
