-- Purpose: mail is not sent to addresses that refuse it, an administrator sees by whom it was sent, and calls of mail providers count once
-- Ticket: N/A (ops-service: mail out)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.webhook_call, internal.mail_suppression;
--   UPDATE internal.mail_outbox SET state = 'expired' WHERE state = 'suppressed';
--   ALTER TABLE internal.mail_outbox
--     DROP COLUMN sent_by,
--     DROP CONSTRAINT mail_outbox_state_check,
--     DROP CONSTRAINT mail_outbox_wiped_check,
--     ADD CONSTRAINT mail_outbox_state_check CHECK (state IN ('queued', 'sent', 'expired', 'parked')),
--     ADD CONSTRAINT mail_outbox_wiped_check CHECK (state NOT IN ('sent', 'expired') OR params IS NULL);

ALTER TABLE internal.mail_outbox
  ADD COLUMN sent_by text CONSTRAINT mail_outbox_sent_by_check CHECK (sent_by IN ('smtp', 'brevo')),
  DROP CONSTRAINT mail_outbox_state_check,
  DROP CONSTRAINT mail_outbox_wiped_check,
  ADD CONSTRAINT mail_outbox_state_check CHECK (state IN ('queued', 'sent', 'expired', 'parked', 'suppressed')),
  ADD CONSTRAINT mail_outbox_wiped_check CHECK (state NOT IN ('sent', 'expired', 'suppressed') OR params IS NULL);

-- What is known of an address: the latest time of each thing that happened. Latest times are the same whatever order the news
-- comes in, so late and doubled news change nothing. It is suppressed while something happened after it was lifted.
CREATE TABLE internal.mail_suppression (
  address       text CONSTRAINT mail_suppression_pkey PRIMARY KEY
                  CONSTRAINT mail_suppression_address_check CHECK (length(address) BETWEEN 3 AND 254 AND address = lower(address)),
  -- What names it in a path, where no address should stand.
  id            text NOT NULL DEFAULT public.pana_id() CONSTRAINT mail_suppression_id_key UNIQUE,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  bounced_at    timestamptz,
  complained_at timestamptz,
  lifted_at     timestamptz,
  CONSTRAINT mail_suppression_reason_check CHECK (bounced_at IS NOT NULL OR complained_at IS NOT NULL)
);
CREATE TRIGGER mail_suppression_keep_updated_at BEFORE UPDATE ON internal.mail_suppression
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The hash of what a provider has told us: the same news again is known.
CREATE TABLE internal.webhook_call (
  key        text CONSTRAINT webhook_call_pkey PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_call_created_at_idx ON internal.webhook_call (created_at);
CREATE TRIGGER webhook_call_keep_updated_at BEFORE UPDATE ON internal.webhook_call
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
