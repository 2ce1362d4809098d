-- Purpose: users, accounts, sessions and verification tokens, in the shape that the stock Auth.js Drizzle adapter reads
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE verification_tokens, sessions, accounts, users;
--   DROP FUNCTION internal.keep_session_whole();
--   DROP FUNCTION internal.forget_email_proof();
--   DROP FUNCTION internal.keep_user_until_erased();
--   DROP FUNCTION internal.keep_user_id();
--   DROP TYPE account_type;

CREATE TYPE account_type AS ENUM ('personal', 'small_business', 'hybrid', 'other');

CREATE TABLE users (
  id                       text PRIMARY KEY DEFAULT pana_id(),
  created_at               timestamptz NOT NULL DEFAULT now(),
  updated_at               timestamptz NOT NULL DEFAULT now(),
  version                  int NOT NULL DEFAULT 0,
  -- NULL once the account is scrubbed: the tombstone holds no address.
  email                    text CONSTRAINT users_email_check CHECK (length(email) BETWEEN 3 AND 254),
  email_verified           timestamptz,
  -- Set by auth-service alone when it saw the proof itself; what ADMIN_EMAILS trusts (architecture, section 3).
  email_proven_at          timestamptz,
  name                     text CONSTRAINT users_name_check CHECK (length(name) <= 200),
  image                    text CONSTRAINT users_image_check CHECK (length(image) <= 2048),
  screenname               text CONSTRAINT users_screenname_check
                             CHECK (screenname ~ '^[A-Za-z0-9]([A-Za-z0-9_-]{1,22})[A-Za-z0-9]$'),
  last_screenname_change   timestamptz,
  role                     text NOT NULL DEFAULT 'user' CONSTRAINT users_role_check CHECK (role IN ('user', 'admin')),
  account_type             account_type NOT NULL DEFAULT 'personal',
  locked_at                timestamptz,
  lock_reason              text CONSTRAINT users_lock_reason_check CHECK (length(lock_reason) <= 1000),
  scrubbed_at              timestamptz,
  alternate_emails         text[] NOT NULL DEFAULT '{}',
  notification_preferences jsonb,
  zip_code                 text CONSTRAINT users_zip_code_check CHECK (length(zip_code) <= 10),
  affiliate                jsonb,
  CONSTRAINT users_email_or_scrubbed_check CHECK (email IS NOT NULL OR scrubbed_at IS NOT NULL),
  CONSTRAINT users_scrubbed_check CHECK (scrubbed_at IS NULL OR (
    email IS NULL AND screenname IS NULL AND name IS NULL AND image IS NULL AND zip_code IS NULL AND alternate_emails = '{}')),
  CONSTRAINT users_proven_check CHECK (email_proven_at IS NULL OR email_verified IS NOT NULL),
  CONSTRAINT users_lock_check CHECK (lock_reason IS NULL OR locked_at IS NOT NULL)
);
CREATE UNIQUE INDEX users_email_key ON users (lower(email));
-- The stock adapter asks by the address as it stands.
CREATE INDEX users_email_idx ON users (email);
CREATE UNIQUE INDEX users_screenname_key ON users (lower(screenname));
CREATE INDEX users_screenname_prefix_idx ON users (lower(screenname) text_pattern_ops);
CREATE INDEX users_created_at_idx ON users (created_at DESC, id DESC);

-- An id never changes: sidecars hold foreign keys to it. The stock adapter writes it back unchanged, which is fine.
CREATE FUNCTION internal.keep_user_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'users.id never changes (constraint "users_id_check")' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_id_check';
END
$$;
CREATE TRIGGER users_keep_id BEFORE UPDATE OF id ON users
  FOR EACH ROW WHEN (NEW.id IS DISTINCT FROM OLD.id) EXECUTE FUNCTION internal.keep_user_id();

-- A proof is a proof of one address: a new address, whoever wrote it, starts unproven.
CREATE FUNCTION internal.forget_email_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.email_proven_at := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER users_forget_email_proof BEFORE UPDATE OF email ON users FOR EACH ROW
  WHEN (lower(NEW.email) IS DISTINCT FROM lower(OLD.email) AND NEW.email_proven_at IS NOT DISTINCT FROM OLD.email_proven_at)
  EXECUTE FUNCTION internal.forget_email_proof();

-- A row that goes takes sidecars' rows with it by their foreign keys, and runs their triggers in the session of whoever
-- deletes. So only scrubbed rows go, and only in a session that can do nothing else (erase_user).
CREATE FUNCTION internal.keep_user_until_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a person goes only scrubbed, by erase_user in a session of pana_eraser (constraint "users_erase_check")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'users_erase_check';
END
$$;
CREATE TRIGGER users_keep_until_erased BEFORE DELETE ON users
  FOR EACH ROW WHEN (OLD.scrubbed_at IS NULL OR session_user <> 'pana_eraser')
  EXECUTE FUNCTION internal.keep_user_until_erased();
CREATE TRIGGER users_keep_version BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE accounts (
  id                  text PRIMARY KEY DEFAULT pana_id(),
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  user_id             text NOT NULL CONSTRAINT accounts_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  type                text NOT NULL,
  provider            text NOT NULL,
  provider_account_id text NOT NULL,
  refresh_token       text,
  access_token        text,
  expires_at          int,
  token_type          text,
  scope               text,
  id_token            text,
  session_state       text,
  -- Which login role linked it: auth-service signs in only by accounts that it linked itself.
  linked_by           text NOT NULL DEFAULT session_user,
  CONSTRAINT accounts_provider_key UNIQUE (provider, provider_account_id)
);
CREATE INDEX accounts_user_id_idx ON accounts (user_id);
CREATE TRIGGER accounts_keep_updated_at BEFORE UPDATE ON accounts
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- session_token is the cookie's very value, as the stock adapter compares it: the one secret that is not hashed.
-- public_id is what a list of sessions shows; it opens nothing.
CREATE TABLE sessions (
  session_token text PRIMARY KEY CONSTRAINT sessions_session_token_check CHECK (length(session_token) BETWEEN 16 AND 512),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  public_id     text NOT NULL DEFAULT pana_id() CONSTRAINT sessions_public_id_key UNIQUE,
  user_id       text NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  expires       timestamptz NOT NULL,
  -- Which login role issued it: higher rights are honoured only where this is auth-service's own.
  issued_by     text NOT NULL DEFAULT session_user,
  ip_address    text CONSTRAINT sessions_ip_address_check CHECK (length(ip_address) <= 64),
  user_agent    text CONSTRAINT sessions_user_agent_check CHECK (length(user_agent) <= 512)
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id, created_at DESC);
CREATE INDEX sessions_expires_idx ON sessions (expires);

-- Who holds a session and who issued it is settled when it is made: otherwise a trusted sidecar, which may extend a
-- session, could turn one that auth-service issued into somebody else's.
CREATE FUNCTION internal.keep_session_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a session keeps its token, its person and its issuer (constraint "sessions_whole_check")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'sessions_whole_check';
END
$$;
CREATE TRIGGER sessions_keep_whole BEFORE UPDATE ON sessions FOR EACH ROW
  WHEN ((NEW.session_token, NEW.user_id, NEW.issued_by, NEW.public_id)
        IS DISTINCT FROM (OLD.session_token, OLD.user_id, OLD.issued_by, OLD.public_id))
  EXECUTE FUNCTION internal.keep_session_whole();
CREATE TRIGGER sessions_keep_updated_at BEFORE UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- token holds only the hash: hex SHA-256 of the raw token followed by AUTH_SECRET (Auth.js' rule).
CREATE TABLE verification_tokens (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  identifier text NOT NULL,
  token      text NOT NULL CONSTRAINT verification_tokens_token_key UNIQUE,
  expires    timestamptz NOT NULL
);
CREATE INDEX verification_tokens_identifier_idx ON verification_tokens (identifier, token);
CREATE INDEX verification_tokens_expires_idx ON verification_tokens (expires);
CREATE TRIGGER verification_tokens_keep_updated_at BEFORE UPDATE ON verification_tokens
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
