-- Purpose: what services share besides events: outgoing mail, rate limits, idempotency keys, signing keys
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.signing_key, internal.idempotency_key, internal.rate_limit, internal.mail_outbox;

CREATE TABLE internal.mail_outbox (
  id              text CONSTRAINT mail_outbox_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  template        text NOT NULL CONSTRAINT mail_outbox_template_check CHECK (template ~ '^[a-z]+(-[a-z]+)*$'),
  locale          text NOT NULL DEFAULT 'en',
  recipient       text NOT NULL CONSTRAINT mail_outbox_recipient_check CHECK (length(recipient) BETWEEN 3 AND 254),
  -- What the template is filled with (links, codes), encrypted; wiped when the row leaves the queue.
  params          bytea,
  dedupe_key      text NOT NULL CONSTRAINT mail_outbox_dedupe_key UNIQUE,
  state           text NOT NULL DEFAULT 'queued'
                    CONSTRAINT mail_outbox_state_check CHECK (state IN ('queued', 'sent', 'expired', 'parked')),
  attempts        int NOT NULL DEFAULT 0 CONSTRAINT mail_outbox_attempts_check CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  expires_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  error           text CONSTRAINT mail_outbox_error_check CHECK (length(error) <= 2000),
  CONSTRAINT mail_outbox_sent_check CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT mail_outbox_wiped_check CHECK (state NOT IN ('sent', 'expired') OR params IS NULL)
);
CREATE INDEX mail_outbox_due_idx ON internal.mail_outbox (next_attempt_at) WHERE state = 'queued';
CREATE INDEX mail_outbox_list_idx ON internal.mail_outbox (created_at DESC, id DESC);
CREATE TRIGGER mail_outbox_keep_updated_at BEFORE UPDATE ON internal.mail_outbox
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One row per bucket and subject (an address, a user; hashed where it is personal). The window slides in place.
CREATE TABLE internal.rate_limit (
  key          text CONSTRAINT rate_limit_pkey PRIMARY KEY,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  window_start timestamptz NOT NULL,
  window_end   timestamptz NOT NULL,
  used         int NOT NULL CONSTRAINT rate_limit_used_check CHECK (used >= 0)
);
CREATE INDEX rate_limit_window_end_idx ON internal.rate_limit (window_end);
CREATE TRIGGER rate_limit_keep_updated_at BEFORE UPDATE ON internal.rate_limit
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.idempotency_key (
  -- Hash of actor, method, path and the caller's key.
  key         text CONSTRAINT idempotency_key_pkey PRIMARY KEY,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  fingerprint text NOT NULL,
  status      int NOT NULL CONSTRAINT idempotency_key_status_check CHECK (status BETWEEN 200 AND 299),
  location    text,
  body        text
);
CREATE INDEX idempotency_key_created_at_idx ON internal.idempotency_key (created_at);
CREATE TRIGGER idempotency_key_keep_updated_at BEFORE UPDATE ON internal.idempotency_key
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.signing_key (
  id          text CONSTRAINT signing_key_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  -- The public half as a JWK (RFC 7517), the private one as encrypted PKCS#8.
  public_jwk  jsonb NOT NULL,
  private_key bytea NOT NULL,
  -- Published from the start, signs from active_from on, published until expires_at.
  active_from timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  CONSTRAINT signing_key_life_check CHECK (active_from < expires_at)
);
CREATE TRIGGER signing_key_keep_updated_at BEFORE UPDATE ON internal.signing_key
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
