-- Purpose: who asks for the newsletter confirms it by mail, and what they agreed to, when and where, is kept
-- Ticket: N/A (ops-service: newsletter)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.newsletter_consent;
--   DROP INDEX newsletter_signups_asked_at_idx;
--   ALTER TABLE newsletter_signups DROP COLUMN locale, DROP COLUMN asked_at, DROP COLUMN confirm_expires_at, DROP COLUMN confirm_token;

ALTER TABLE newsletter_signups
  ADD COLUMN locale             text NOT NULL DEFAULT 'en' CONSTRAINT newsletter_signups_locale_check CHECK (locale IN ('en', 'es')),
  -- When they last asked: whoever has not confirmed a fortnight later is forgotten.
  ADD COLUMN asked_at           timestamptz NOT NULL DEFAULT now(),
  -- The hash of the link's token, while a confirmation is waited for.
  ADD COLUMN confirm_token      text CONSTRAINT newsletter_signups_confirm_token_key UNIQUE,
  ADD COLUMN confirm_expires_at timestamptz,
  ADD CONSTRAINT newsletter_signups_confirm_check CHECK ((confirm_token IS NULL) = (confirm_expires_at IS NULL));
CREATE INDEX newsletter_signups_asked_at_idx ON newsletter_signups (asked_at) WHERE confirmed_at IS NULL;

-- The receipts: what was done, under which words, by which way, from which address. Only added to.
CREATE TABLE internal.newsletter_consent (
  id           text CONSTRAINT newsletter_consent_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  signup_id    text NOT NULL CONSTRAINT newsletter_consent_signup_id_fkey REFERENCES newsletter_signups (id) ON DELETE CASCADE,
  act          text NOT NULL CONSTRAINT newsletter_consent_act_check CHECK (act IN ('asked', 'confirmed', 'changed', 'left')),
  text_version text NOT NULL CONSTRAINT newsletter_consent_text_version_check CHECK (length(text_version) BETWEEN 1 AND 40),
  locale       text NOT NULL CONSTRAINT newsletter_consent_locale_check CHECK (locale IN ('en', 'es')),
  source       text NOT NULL CONSTRAINT newsletter_consent_source_check CHECK (length(source) BETWEEN 1 AND 100),
  -- The caller's address; of a provider's call none.
  client       text CONSTRAINT newsletter_consent_client_check CHECK (length(client) <= 64)
);
CREATE INDEX newsletter_consent_signup_id_idx ON internal.newsletter_consent (signup_id, id);
CREATE TRIGGER newsletter_consent_keep_updated_at BEFORE UPDATE ON internal.newsletter_consent
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
