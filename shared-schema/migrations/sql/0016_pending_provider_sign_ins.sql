-- Purpose: a sign-in by another provider that waits for a proof of its address knows the browser that began it
-- Ticket: N/A (auth-service, ops-service)
-- Data Migration: forgets sign-ins that wait; they live for five minutes
-- Reversible: Yes
-- Rollback:
--   ALTER TABLE o_auth_verifications DROP COLUMN browser_hash, DROP COLUMN confirmed_at, DROP COLUMN return_to,
--     DROP COLUMN locale;

DELETE FROM o_auth_verifications;

ALTER TABLE o_auth_verifications
  -- Hash of the cookie of the browser that began: only there it is confirmed and finished.
  ADD COLUMN browser_hash text NOT NULL,
  -- Set by ops-service, once the person has pressed the button behind the mailed link.
  ADD COLUMN confirmed_at timestamptz,
  -- Where to go afterwards: a path of ours, or a page of an allowed origin.
  ADD COLUMN return_to    text NOT NULL DEFAULT '/',
  -- Of the mail, so that it can be sent again in the same language.
  ADD COLUMN locale       text NOT NULL DEFAULT 'en',
  ADD CONSTRAINT o_auth_verifications_browser_hash_key UNIQUE (browser_hash),
  ADD CONSTRAINT o_auth_verifications_confirmed_check CHECK (confirmed_at < expires_at),
  ADD CONSTRAINT o_auth_verifications_return_to_check CHECK (length(return_to) <= 2000);
