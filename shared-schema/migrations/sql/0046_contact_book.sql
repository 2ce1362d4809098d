-- Purpose: contacts at Brevo become what they should be, whatever crashes on the way, and within what it allows us
-- Ticket: N/A (ops-service: contacts at Brevo)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.provider_quota;
--   DROP INDEX brevo_contacts_due_idx;
--   CREATE INDEX brevo_contacts_due_idx ON brevo_contacts (updated_at) WHERE synced_at IS NULL;
--   ALTER TABLE brevo_contacts
--     DROP COLUMN error, DROP COLUMN attempts, DROP COLUMN due_at, DROP COLUMN left_at, DROP COLUMN barred_there,
--     DROP COLUMN lists_there, DROP COLUMN wish, DROP COLUMN gone, DROP COLUMN barred, DROP COLUMN name;

-- What is wanted stands in name, list_ids, barred and gone; wish counts how often that changed. synced_at is NULL until it is
-- so there. Where a call's answer is lost, nobody knows whether it took effect: so lists_there and barred_there say what may
-- be there, and are raised before each call.
ALTER TABLE brevo_contacts
  ADD COLUMN name         text CONSTRAINT brevo_contacts_name_check CHECK (length(name) <= 100),
  -- No mail of lists goes to them.
  ADD COLUMN barred       boolean NOT NULL DEFAULT false,
  -- To be deleted there, and then here.
  ADD COLUMN gone         boolean NOT NULL DEFAULT false,
  ADD COLUMN wish         int NOT NULL DEFAULT 1,
  ADD COLUMN lists_there  int[] NOT NULL DEFAULT '{}',
  ADD COLUMN barred_there boolean NOT NULL DEFAULT false,
  -- When they last unsubscribed there.
  ADD COLUMN left_at      timestamptz,
  ADD COLUMN due_at       timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN attempts     int NOT NULL DEFAULT 0 CONSTRAINT brevo_contacts_attempts_check CHECK (attempts >= 0),
  ADD COLUMN error        text CONSTRAINT brevo_contacts_error_check CHECK (length(error) <= 500);
UPDATE brevo_contacts SET lists_there = list_ids;
DROP INDEX brevo_contacts_due_idx;
CREATE INDEX brevo_contacts_due_idx ON brevo_contacts (due_at, id) WHERE synced_at IS NULL;

-- How many calls a provider still allows, as its answers tell.
CREATE TABLE internal.provider_quota (
  name       text CONSTRAINT provider_quota_pkey PRIMARY KEY CONSTRAINT provider_quota_name_check CHECK (name ~ '^[a-z]+(-[a-z]+)*$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  most       int NOT NULL CONSTRAINT provider_quota_most_check CHECK (most >= 1),
  remaining  int NOT NULL CONSTRAINT provider_quota_remaining_check CHECK (remaining BETWEEN 0 AND most),
  resets_at  timestamptz NOT NULL
);
CREATE TRIGGER provider_quota_keep_updated_at BEFORE UPDATE ON internal.provider_quota
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
