-- Purpose: a screenname belongs to one person for ever: history and reservation, kept by the database itself
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TRIGGER users_claim_screenname ON users;
--   DROP FUNCTION internal.claim_screenname();
--   DROP TABLE internal.screenname_claim;
--   DROP TABLE screenname_history;

-- No foreign key: the history outlives the account. redirect_to is what the name became, as typed; a reader resolves by
-- user_id, so that chains of renames end at the current name.
CREATE TABLE screenname_history (
  id          text PRIMARY KEY DEFAULT pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  screenname  text NOT NULL,
  user_id     text NOT NULL,
  redirect_to text
);
CREATE UNIQUE INDEX screenname_history_screenname_key ON screenname_history (lower(screenname));
CREATE INDEX screenname_history_user_id_idx ON screenname_history (user_id, created_at DESC);
CREATE TRIGGER screenname_history_keep_updated_at BEFORE UPDATE ON screenname_history
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The one place where a name is taken: current, former and reserved names meet in one primary key, so that no race and
-- no spelling (' BOB ', 'bob') gets past it. user_id without a foreign key: a deleted person's names stay taken.
CREATE TABLE internal.screenname_claim (
  norm       text CONSTRAINT screenname_claim_pkey PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  user_id    text,
  state      text NOT NULL CONSTRAINT screenname_claim_state_check CHECK (state IN ('current', 'former', 'reserved')),
  CONSTRAINT screenname_claim_owner_check CHECK ((state = 'reserved') = (user_id IS NULL))
);
CREATE INDEX screenname_claim_user_id_idx ON internal.screenname_claim (user_id);
CREATE TRIGGER screenname_claim_keep_updated_at BEFORE UPDATE ON internal.screenname_claim
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

INSERT INTO internal.screenname_claim (norm, state)
SELECT unnest(ARRAY[
  'admin', 'administrator', 'pana', 'panamia', 'support', 'help', 'system', 'moderator', 'mod', 'staff', 'official',
  'anonymous', 'deleted', 'former', 'member', 'user', 'root', 'api', 'www', 'mail', 'email', 'test', 'null', 'undefined',
  -- words that are paths of the suite or of its front end
  'about', 'account', 'ap', 'articles', 'auth', 'directory', 'feed', 'feeds', 'inbox', 'lists', 'login', 'media',
  'mentoring', 'notifications', 'oauth', 'ops', 'outbox', 'profile', 'profiles', 'search', 'settings', 'signin',
  'sitemap', 'social', 'timeline', 'unsubscribe', 'updates', 'webhooks', 'well-known']), 'reserved';

CREATE FUNCTION internal.claim_screenname() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.screenname END;
BEGIN
  -- An adapter may bring an id of its own, but not that of somebody who is gone: with it came that person's names.
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM internal.screenname_claim WHERE user_id = NEW.id)
     AND NOT EXISTS (SELECT FROM public.users WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'the id was somebody else''s (constraint "users_pkey")'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'users_pkey';
  END IF;
  NEW.screenname := nullif(btrim(normalize(NEW.screenname, NFC)), '');
  IF lower(was) IS NOT DISTINCT FROM lower(NEW.screenname) THEN
    RETURN NEW;
  END IF;

  IF NEW.screenname IS NOT NULL THEN
    INSERT INTO internal.screenname_claim AS claim (norm, user_id, state)
    VALUES (lower(NEW.screenname), NEW.id, 'current')
    ON CONFLICT (norm) DO UPDATE SET state = 'current'
      WHERE claim.user_id = NEW.id AND claim.state = 'former';
    IF NOT FOUND THEN
      -- The name stands in the message, too: not every client shows the constraint's field.
      RAISE EXCEPTION 'the screenname is taken or reserved (constraint "screenname_claim_pkey")'
        USING ERRCODE = 'unique_violation', CONSTRAINT = 'screenname_claim_pkey';
    END IF;
    -- Taken back: the name is current again and needs no redirect.
    DELETE FROM public.screenname_history WHERE lower(screenname) = lower(NEW.screenname);
  END IF;

  IF was IS NOT NULL THEN
    UPDATE internal.screenname_claim SET state = 'former' WHERE norm = lower(was);
    INSERT INTO public.screenname_history (screenname, user_id, redirect_to)
    VALUES (was, NEW.id, NEW.screenname)
    ON CONFLICT (lower(screenname)) DO UPDATE SET redirect_to = EXCLUDED.redirect_to;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER users_claim_screenname BEFORE INSERT OR UPDATE OF screenname ON users
  FOR EACH ROW EXECUTE FUNCTION internal.claim_screenname();
