-- Purpose: people see where they are signed in and were last seen, have further addresses, and more words are nobody's name
-- Ticket: N/A (auth-service: every way in, one identity)
-- Reversible: Yes
-- Rollback:
--   DELETE FROM internal.screenname_claim WHERE state = 'reserved' AND norm IN (
--     'abuse', 'actors', 'admins', 'affiliate', 'assets', 'authors', 'authorize', 'blog', 'byline', 'bylines', 'community',
--     'confirm', 'contact', 'cookies', 'dashboard', 'directories', 'donate', 'drafts', 'edit', 'everybody', 'everyone',
--     'explore', 'export', 'faq', 'favicon', 'federation', 'followers', 'following', 'follows', 'former-member', 'gentede',
--     'health', 'hola', 'home', 'host-meta', 'hostmaster', 'index', 'intake-forms', 'interactions', 'introspect', 'invite',
--     'invites', 'jobs', 'jwks', 'legal', 'logout', 'mailer-daemon', 'me', 'member-directory', 'members', 'mentor', 'mentors',
--     'messages', 'metrics', 'mine', 'moderators', 'myself', 'new', 'newsletter', 'no-reply', 'nobody', 'nodeinfo',
--     'noreply', 'owner', 'pana-mia', 'panamia-club', 'panas', 'password', 'points', 'post', 'postmaster', 'posts', 'press',
--     'privacy', 'problems', 'public', 'register', 'report', 'reports', 'reset', 'review-queue', 'reviews', 'robots',
--     'screenname', 'screenname-check', 'screennames', 'security', 'self', 'service', 'services', 'session', 'sessions',
--     'shop', 'sign-in', 'sign-out', 'sign-up', 'signout', 'signup', 'static', 'status', 'statuses', 'superuser', 'tags',
--     'team', 'terms', 'tos', 'token', 'tokens', 'users', 'verify', 'webfinger', 'webmaster', 'welcome', 'you');
--   DROP TABLE internal.seen_browser;
--   DROP TABLE internal.email_proof;
--   DROP TRIGGER users_claim_emails ON users;
--   DROP FUNCTION internal.claim_emails();
--   DROP TABLE internal.email_claim;
--   ALTER TABLE users DROP CONSTRAINT users_alternate_emails_check;
--   CREATE OR REPLACE FUNCTION public.touch_session(token text) RETURNS boolean
--     LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
--   BEGIN
--     UPDATE public.sessions s SET expires = now() + interval '30 days'
--       FROM public.users u
--      WHERE s.session_token = token AND s.expires > now() AND s.expires < now() + interval '29 days'
--        AND u.id = s.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
--     RETURN FOUND;
--   END
--   $$;
--   CREATE OR REPLACE FUNCTION internal.session_actor(token text)
--     RETURNS TABLE (user_id text, screenname text, session_public_id text, roles text[], due boolean)
--     LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
--   BEGIN
--     RETURN QUERY
--     SELECT u.id, u.screenname, s.public_id,
--            CASE WHEN s.issued_by = 'pana_auth' THEN array_remove(ARRAY[
--              'member',
--              CASE WHEN u.role = 'admin' THEN 'admin' END,
--              CASE WHEN p.roles @> '{"mentoringModerator": true}' THEN 'mentoring-moderator' END,
--              CASE WHEN p.roles @> '{"contentModerator": true}' THEN 'content-moderator' END,
--              CASE WHEN p.roles @> '{"eventOrganizer": true}' THEN 'event-organizer' END], NULL)
--            ELSE ARRAY['member'] END,
--            s.expires < now() + interval '29 days'
--       FROM public.sessions s
--       JOIN public.users u ON u.id = s.user_id
--       LEFT JOIN public.profiles p ON p.user_id = u.id
--      WHERE s.session_token = token AND s.expires > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
--   END
--   $$;
--   ALTER TABLE sessions DROP COLUMN last_seen_at;

-- When somebody last used it, to a quarter of an hour: who reads their list of sessions wants to tell theirs from a stranger's.
ALTER TABLE sessions ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now();

-- As before, but 'due' now also says that the session was last noted a quarter of an hour ago or longer.
CREATE OR REPLACE FUNCTION internal.session_actor(token text)
  RETURNS TABLE (user_id text, screenname text, session_public_id text, roles text[], due boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT u.id, u.screenname, s.public_id,
         CASE WHEN s.issued_by = 'pana_auth' THEN array_remove(ARRAY[
           'member',
           CASE WHEN u.role = 'admin' THEN 'admin' END,
           CASE WHEN p.roles @> '{"mentoringModerator": true}' THEN 'mentoring-moderator' END,
           CASE WHEN p.roles @> '{"contentModerator": true}' THEN 'content-moderator' END,
           CASE WHEN p.roles @> '{"eventOrganizer": true}' THEN 'event-organizer' END], NULL)
         ELSE ARRAY['member'] END,
         s.expires < now() + interval '29 days' OR s.last_seen_at < now() - interval '15 minutes'
    FROM public.sessions s
    JOIN public.users u ON u.id = s.user_id
    LEFT JOIN public.profiles p ON p.user_id = u.id
   WHERE s.session_token = token AND s.expires > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
END
$$;

-- Notes the visit, at most once in a quarter of an hour, and extends the session to thirty days from now, at most once a day;
-- between two notes it writes nothing. No index holds last_seen_at, so that a note stays on the row's page. True when it wrote.
CREATE OR REPLACE FUNCTION public.touch_session(token text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.sessions s
     SET last_seen_at = now(),
         expires = CASE WHEN s.expires < now() + interval '29 days' THEN now() + interval '30 days' ELSE s.expires END
    FROM public.users u
   WHERE s.session_token = token AND s.expires > now()
     AND (s.expires < now() + interval '29 days' OR s.last_seen_at < now() - interval '15 minutes')
     AND u.id = s.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
  RETURN FOUND;
END
$$;

ALTER TABLE users ADD CONSTRAINT users_alternate_emails_check
  CHECK (cardinality(alternate_emails) <= 5 AND array_position(alternate_emails, NULL) IS NULL);

-- The one place where an address is taken: everybody's own and everybody's further ones meet in one primary key, which no
-- race gets past. Kept by a trigger, so that no writer of users can forget it.
CREATE TABLE internal.email_claim (
  norm       text CONSTRAINT email_claim_pkey PRIMARY KEY,
  -- What names it in a path, where no address should stand.
  id         text NOT NULL DEFAULT public.pana_id() CONSTRAINT email_claim_id_key UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  user_id    text NOT NULL CONSTRAINT email_claim_user_id_fkey REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX email_claim_user_id_idx ON internal.email_claim (user_id);
CREATE TRIGGER email_claim_keep_updated_at BEFORE UPDATE ON internal.email_claim
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Addresses in their order, so that two writers wait for each other instead of both.
CREATE FUNCTION internal.claim_emails() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine text[] := ARRAY(SELECT DISTINCT lower(address) FROM unnest(NEW.alternate_emails || NEW.email) address
                        WHERE address IS NOT NULL ORDER BY 1);
BEGIN
  DELETE FROM internal.email_claim WHERE user_id = NEW.id AND norm <> ALL (mine);
  INSERT INTO internal.email_claim (norm, user_id)
  SELECT address, NEW.id FROM unnest(mine) address
   WHERE NOT EXISTS (SELECT FROM internal.email_claim claim WHERE claim.norm = address AND claim.user_id = NEW.id);
  -- Scrubbed: what waited for a proof goes, too, and where they signed in.
  IF NEW.email IS NULL THEN
    DELETE FROM internal.email_proof WHERE user_id = NEW.id;
    DELETE FROM internal.seen_browser WHERE user_id = NEW.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER users_claim_emails AFTER INSERT OR UPDATE OF email, alternate_emails ON users
  FOR EACH ROW EXECUTE FUNCTION internal.claim_emails();

INSERT INTO internal.email_claim (norm, user_id) SELECT lower(email), id FROM users WHERE email IS NOT NULL;

-- A further address that waits for its proof. Another request for the same address makes the older link void.
CREATE TABLE internal.email_proof (
  id         text CONSTRAINT email_proof_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  user_id    text NOT NULL CONSTRAINT email_proof_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  email      text NOT NULL CONSTRAINT email_proof_email_check CHECK (length(email) BETWEEN 3 AND 254),
  token_hash text NOT NULL CONSTRAINT email_proof_token_hash_key UNIQUE,
  expires_at timestamptz NOT NULL,
  CONSTRAINT email_proof_user_id_email_key UNIQUE (user_id, email)
);
CREATE INDEX email_proof_expires_at_idx ON internal.email_proof (expires_at);
CREATE TRIGGER email_proof_keep_updated_at BEFORE UPDATE ON internal.email_proof
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- In which browsers somebody has signed in, so that a mail can tell them of another one. mark is a hash over the person, what
-- the browser calls itself and the prefix of its address.
CREATE TABLE internal.seen_browser (
  user_id      text NOT NULL CONSTRAINT seen_browser_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  mark         text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL,
  CONSTRAINT seen_browser_pkey PRIMARY KEY (user_id, mark)
);
CREATE INDEX seen_browser_last_seen_at_idx ON internal.seen_browser (last_seen_at);
CREATE TRIGGER seen_browser_keep_updated_at BEFORE UPDATE ON internal.seen_browser
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Further words that are paths or that a stranger would take for ours. Who has one keeps it.
INSERT INTO internal.screenname_claim (norm, state)
SELECT unnest(ARRAY[
  'abuse', 'actors', 'admins', 'affiliate', 'assets', 'authors', 'authorize', 'blog', 'byline', 'bylines', 'community',
  'confirm', 'contact', 'cookies', 'dashboard', 'directories', 'donate', 'drafts', 'edit', 'everybody', 'everyone',
  'explore', 'export', 'faq', 'favicon', 'federation', 'followers', 'following', 'follows', 'former-member', 'gentede',
  'health', 'hola', 'home', 'host-meta', 'hostmaster', 'index', 'intake-forms', 'interactions', 'introspect', 'invite',
  'invites', 'jobs', 'jwks', 'legal', 'logout', 'mailer-daemon', 'me', 'member-directory', 'members', 'mentor', 'mentors',
  'messages', 'metrics', 'mine', 'moderators', 'myself', 'new', 'newsletter', 'no-reply', 'nobody', 'nodeinfo',
  'noreply', 'owner', 'pana-mia', 'panamia-club', 'panas', 'password', 'points', 'post', 'postmaster', 'posts', 'press',
  'privacy', 'problems', 'public', 'register', 'report', 'reports', 'reset', 'review-queue', 'reviews', 'robots',
  'screenname', 'screenname-check', 'screennames', 'security', 'self', 'service', 'services', 'session', 'sessions',
  'shop', 'sign-in', 'sign-out', 'sign-up', 'signout', 'signup', 'static', 'status', 'statuses', 'superuser', 'tags',
  'team', 'terms', 'tos', 'token', 'tokens', 'users', 'verify', 'webfinger', 'webmaster', 'welcome', 'you']), 'reserved'
ON CONFLICT (norm) DO NOTHING;
