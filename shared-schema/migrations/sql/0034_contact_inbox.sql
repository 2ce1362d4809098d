-- Purpose: messages are taken on, answered and searched by staff, and doubtful ones are set apart instead of lost
-- Ticket: N/A (ops-service: contact form)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.contact_reply;
--   DROP INDEX contact_submissions_words_idx, contact_submissions_quarantine_idx;
--   ALTER TABLE contact_submissions
--     DROP COLUMN locale, DROP COLUMN quarantined_for, DROP COLUMN assigned_at, DROP COLUMN assigned_to;

ALTER TABLE contact_submissions
  ADD COLUMN assigned_to     text CONSTRAINT contact_submissions_assigned_to_fkey REFERENCES users (id) ON DELETE SET NULL,
  ADD COLUMN assigned_at     timestamptz,
  ADD COLUMN quarantined_for text CONSTRAINT contact_submissions_quarantined_for_check
                               CHECK (quarantined_for IN ('honeypot', 'no-captcha', 'too-many', 'links')),
  ADD COLUMN locale          text NOT NULL DEFAULT 'en' CONSTRAINT contact_submissions_locale_check CHECK (locale IN ('en', 'es')),
  ADD CONSTRAINT contact_submissions_assigned_check CHECK (assigned_to IS NULL OR assigned_at IS NOT NULL);
CREATE INDEX contact_submissions_assigned_to_idx ON contact_submissions (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX contact_submissions_quarantine_idx ON contact_submissions (created_at DESC, id DESC) WHERE quarantined_for IS NOT NULL;
CREATE INDEX contact_submissions_words_idx ON contact_submissions
  USING gin (internal.words(name || ' ' || email || ' ' || coalesce(message, '')));

CREATE TABLE internal.contact_reply (
  id            text CONSTRAINT contact_reply_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  submission_id text NOT NULL CONSTRAINT contact_reply_submission_id_fkey REFERENCES contact_submissions (id) ON DELETE CASCADE,
  author_id     text CONSTRAINT contact_reply_author_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  message       text NOT NULL CONSTRAINT contact_reply_message_check CHECK (length(btrim(message)) BETWEEN 2 AND 5000)
);
CREATE INDEX contact_reply_submission_id_idx ON internal.contact_reply (submission_id, id);
CREATE INDEX contact_reply_author_id_idx ON internal.contact_reply (author_id) WHERE author_id IS NOT NULL;
CREATE TRIGGER contact_reply_keep_updated_at BEFORE UPDATE ON internal.contact_reply
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
