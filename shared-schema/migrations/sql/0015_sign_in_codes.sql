-- Purpose: a mailed link knows the browser that asked for it, and has a six-digit code to type there, which dies with it
-- Ticket: N/A (auth-service)
-- Reversible: Yes
-- Rollback:
--   DROP INDEX verification_tokens_pending_idx;
--   ALTER TABLE verification_tokens DROP COLUMN tries, DROP COLUMN code_expires, DROP COLUMN code_hmac,
--     DROP COLUMN pending_hash, DROP COLUMN return_to;

-- One row is one sign-in that somebody began: whoever deletes it, by the link or by the code, used both up. A row that an
-- Auth.js app wrote has none of these columns, and one of ours can be consumed by such an app as it stands.
ALTER TABLE verification_tokens
  -- Hash of the pending-login cookie: which browser began.
  ADD COLUMN pending_hash text,
  -- Keyed HMAC of the code, bound to the row's token.
  ADD COLUMN code_hmac    text,
  ADD COLUMN code_expires timestamptz,
  ADD COLUMN tries        int NOT NULL DEFAULT 0,
  -- Where to go afterwards: a path of ours, or a page of an allowed origin.
  ADD COLUMN return_to    text,
  ADD CONSTRAINT verification_tokens_tries_check CHECK (tries BETWEEN 0 AND 5),
  ADD CONSTRAINT verification_tokens_return_to_check CHECK (length(return_to) <= 2000),
  ADD CONSTRAINT verification_tokens_code_check CHECK (num_nonnulls(pending_hash, code_hmac, code_expires) IN (0, 3)),
  ADD CONSTRAINT verification_tokens_code_life_check CHECK (code_expires <= expires);

CREATE INDEX verification_tokens_pending_idx ON verification_tokens (pending_hash, created_at DESC, id DESC)
  WHERE pending_hash IS NOT NULL;
