-- Purpose: contact messages, newsletter signups, CRM contacts, e-mail migrations and e-mail proofs
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE o_auth_verifications, email_migrations, brevo_contacts, newsletter_signups, contact_submissions;
--   DROP TYPE newsletter_signup_type;

CREATE TYPE newsletter_signup_type AS ENUM ('creative_biz_org', 'resident_support', 'visiting_florida');

CREATE TABLE contact_submissions (
  id              text PRIMARY KEY DEFAULT pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  version         int NOT NULL DEFAULT 0,
  user_id         text CONSTRAINT contact_submissions_user_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  name            text NOT NULL CONSTRAINT contact_submissions_name_check CHECK (length(btrim(name)) BETWEEN 2 AND 75),
  email           text NOT NULL CONSTRAINT contact_submissions_email_check CHECK (length(email) BETWEEN 3 AND 254),
  message         text CONSTRAINT contact_submissions_message_check CHECK (length(btrim(message)) BETWEEN 10 AND 1000),
  acknowledged    boolean NOT NULL DEFAULT false,
  acknowledged_at timestamptz,
  acknowledged_by text CONSTRAINT contact_submissions_acknowledged_by_fkey REFERENCES users (id) ON DELETE SET NULL,
  CONSTRAINT contact_submissions_acknowledged_check CHECK (acknowledged = (acknowledged_at IS NOT NULL))
);
CREATE INDEX contact_submissions_list_idx ON contact_submissions (created_at DESC, id DESC);
CREATE INDEX contact_submissions_open_idx ON contact_submissions (created_at DESC, id DESC) WHERE NOT acknowledged;
CREATE INDEX contact_submissions_email_idx ON contact_submissions (lower(email));
CREATE INDEX contact_submissions_user_id_idx ON contact_submissions (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX contact_submissions_acknowledged_by_idx ON contact_submissions (acknowledged_by) WHERE acknowledged_by IS NOT NULL;
CREATE TRIGGER contact_submissions_keep_version BEFORE UPDATE ON contact_submissions
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE newsletter_signups (
  id              text PRIMARY KEY DEFAULT pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  email           text NOT NULL CONSTRAINT newsletter_signups_email_check CHECK (length(email) BETWEEN 3 AND 254),
  name            text CONSTRAINT newsletter_signups_name_check CHECK (length(name) <= 75),
  signup_type     newsletter_signup_type,
  acknowledged    boolean NOT NULL DEFAULT false,
  confirmed_at    timestamptz,
  unsubscribed_at timestamptz
);
CREATE UNIQUE INDEX newsletter_signups_email_key ON newsletter_signups (lower(email));
CREATE INDEX newsletter_signups_list_idx ON newsletter_signups (created_at DESC, id DESC);
CREATE INDEX newsletter_signups_unconfirmed_idx ON newsletter_signups (created_at) WHERE confirmed_at IS NULL;
CREATE TRIGGER newsletter_signups_keep_updated_at BEFORE UPDATE ON newsletter_signups
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE brevo_contacts (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  email      text NOT NULL CONSTRAINT brevo_contacts_email_check CHECK (length(email) BETWEEN 3 AND 254),
  -- NULL until Brevo has told its number.
  brevo_id   bigint CONSTRAINT brevo_contacts_brevo_id_key UNIQUE,
  list_ids   int[] NOT NULL DEFAULT '{}',
  synced_at  timestamptz
);
CREATE UNIQUE INDEX brevo_contacts_email_key ON brevo_contacts (lower(email));
CREATE INDEX brevo_contacts_due_idx ON brevo_contacts (updated_at) WHERE synced_at IS NULL;
CREATE TRIGGER brevo_contacts_keep_updated_at BEFORE UPDATE ON brevo_contacts
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- migration_token and verification_token hold only hashes.
CREATE TABLE email_migrations (
  id              text PRIMARY KEY DEFAULT pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  -- One pending change per person and per new address.
  user_id         text NOT NULL CONSTRAINT email_migrations_user_id_key UNIQUE
                    CONSTRAINT email_migrations_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  old_email       text NOT NULL,
  new_email       text NOT NULL CONSTRAINT email_migrations_new_email_check CHECK (length(new_email) BETWEEN 3 AND 254),
  migration_token text NOT NULL CONSTRAINT email_migrations_migration_token_key UNIQUE,
  expires_at      timestamptz NOT NULL,
  CONSTRAINT email_migrations_change_check CHECK (lower(old_email) <> lower(new_email))
);
CREATE UNIQUE INDEX email_migrations_new_email_key ON email_migrations (lower(new_email));
CREATE INDEX email_migrations_expires_at_idx ON email_migrations (expires_at);
CREATE TRIGGER email_migrations_keep_updated_at BEFORE UPDATE ON email_migrations
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE o_auth_verifications (
  id                  text PRIMARY KEY DEFAULT pana_id(),
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  email               text NOT NULL CONSTRAINT o_auth_verifications_email_check CHECK (length(email) BETWEEN 3 AND 254),
  provider            text NOT NULL,
  provider_account_id text NOT NULL,
  verification_token  text NOT NULL CONSTRAINT o_auth_verifications_verification_token_key UNIQUE,
  expires_at          timestamptz NOT NULL,
  oauth_profile       jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT o_auth_verifications_account_key UNIQUE (provider, provider_account_id)
);
CREATE INDEX o_auth_verifications_email_idx ON o_auth_verifications (lower(email));
CREATE INDEX o_auth_verifications_expires_at_idx ON o_auth_verifications (expires_at);
CREATE TRIGGER o_auth_verifications_keep_updated_at BEFORE UPDATE ON o_auth_verifications
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
