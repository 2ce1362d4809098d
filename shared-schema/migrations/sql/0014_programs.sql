-- Purpose: programs get tokens: registered OAuth clients, their codes, people's consents, revoked tokens; keys rotate on demand
-- Ticket: N/A (auth-service, tokens for programs)
-- Dependencies: 0002_identity, 0011_house_tables
-- Reversible: Yes
-- Rollback:
--   ALTER TABLE internal.signing_key DROP COLUMN succession_asked_at;
--   DROP TRIGGER users_forget_oauth_consents ON users;
--   DROP FUNCTION internal.forget_oauth_consents();
--   DROP TABLE internal.oauth_revocation, internal.oauth_consent, internal.oauth_code, internal.oauth_client;

-- Registered by bin/oauth-client alone; services only read.
CREATE TABLE internal.oauth_client (
  -- Also the audience of the tokens it gets, so never the suite's own.
  id            text CONSTRAINT oauth_client_pkey PRIMARY KEY
                  CONSTRAINT oauth_client_id_check CHECK (id ~ '^[a-z][a-z0-9-]{1,62}[a-z0-9]$' AND id <> 'pana'),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  name          text NOT NULL CONSTRAINT oauth_client_name_check CHECK (length(name) BETWEEN 1 AND 100),
  -- SHA-256 in hex of 32 random bytes; NULL for a public client, which has PKCE alone.
  secret_hash   text CONSTRAINT oauth_client_secret_hash_check CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  grants        text[] NOT NULL CONSTRAINT oauth_client_grants_check CHECK (cardinality(grants) > 0 AND
                  grants <@ ARRAY['client_credentials', 'authorization_code', 'token_exchange']),
  redirect_uris text[] NOT NULL DEFAULT '{}',
  audiences     text[] NOT NULL DEFAULT '{}',
  scopes        text[] NOT NULL DEFAULT '{}',
  -- One of our own: people are not asked for consent, and only such a one may speak to the suite itself.
  first_party   boolean NOT NULL DEFAULT false,
  disabled_at   timestamptz,
  CONSTRAINT oauth_client_public_check CHECK (secret_hash IS NOT NULL OR grants <@ ARRAY['authorization_code']),
  CONSTRAINT oauth_client_redirect_uris_check CHECK (('authorization_code' = ANY (grants)) = (cardinality(redirect_uris) > 0)),
  CONSTRAINT oauth_client_audiences_check CHECK (first_party OR NOT 'pana' = ANY (audiences))
);
CREATE TRIGGER oauth_client_keep_updated_at BEFORE UPDATE ON internal.oauth_client
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Used once, within a minute, while the session that it stands for is open. Kept a little longer to notice a second use.
CREATE TABLE internal.oauth_code (
  code_hash      text CONSTRAINT oauth_code_pkey PRIMARY KEY
                   CONSTRAINT oauth_code_code_hash_check CHECK (code_hash ~ '^[0-9a-f]{64}$'),
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  client_id      text NOT NULL CONSTRAINT oauth_code_client_id_fkey REFERENCES internal.oauth_client (id) ON DELETE CASCADE,
  session_id     text NOT NULL CONSTRAINT oauth_code_session_id_fkey REFERENCES public.sessions (public_id) ON DELETE CASCADE,
  redirect_uri   text NOT NULL,
  scope          text NOT NULL,
  -- base64url of the verifier's SHA-256 (RFC 7636, section 4.2).
  code_challenge text NOT NULL CONSTRAINT oauth_code_code_challenge_check CHECK (code_challenge ~ '^[A-Za-z0-9_-]{43}$'),
  expires_at     timestamptz NOT NULL,
  used_at        timestamptz,
  -- The token that it was exchanged for, which a second use revokes.
  token_id       text,
  CONSTRAINT oauth_code_used_check CHECK ((used_at IS NULL) = (token_id IS NULL))
);
CREATE INDEX oauth_code_client_id_idx ON internal.oauth_code (client_id);
CREATE INDEX oauth_code_session_id_idx ON internal.oauth_code (session_id);
CREATE INDEX oauth_code_expires_at_idx ON internal.oauth_code (expires_at);
CREATE TRIGGER oauth_code_keep_updated_at BEFORE UPDATE ON internal.oauth_code
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.oauth_consent (
  user_id    text CONSTRAINT oauth_consent_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  client_id  text CONSTRAINT oauth_consent_client_id_fkey REFERENCES internal.oauth_client (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  scopes     text[] NOT NULL,
  CONSTRAINT oauth_consent_pkey PRIMARY KEY (user_id, client_id)
);
CREATE INDEX oauth_consent_client_id_idx ON internal.oauth_consent (client_id);
CREATE TRIGGER oauth_consent_keep_updated_at BEFORE UPDATE ON internal.oauth_consent
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Whoever has left consents to nothing: the row of a scrubbed person stays, and so no cascade would do this.
CREATE FUNCTION internal.forget_oauth_consents() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM internal.oauth_consent c WHERE c.user_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER users_forget_oauth_consents AFTER UPDATE OF scrubbed_at ON users FOR EACH ROW
  WHEN (NEW.scrubbed_at IS NOT NULL AND OLD.scrubbed_at IS NULL)
  EXECUTE FUNCTION internal.forget_oauth_consents();

-- Until they expire, tokens that introspection must call inactive.
CREATE TABLE internal.oauth_revocation (
  token_id   text CONSTRAINT oauth_revocation_pkey PRIMARY KEY
               CONSTRAINT oauth_revocation_token_id_check CHECK (length(token_id) BETWEEN 1 AND 64),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX oauth_revocation_expires_at_idx ON internal.oauth_revocation (expires_at);
CREATE TRIGGER oauth_revocation_keep_updated_at BEFORE UPDATE ON internal.oauth_revocation
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- bin/rotate-keys asks here; auth-service, which alone can encrypt one, then makes a successor.
ALTER TABLE internal.signing_key ADD COLUMN succession_asked_at timestamptz;
