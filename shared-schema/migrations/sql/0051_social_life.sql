-- Purpose: keys of actors, boosts, blocks, mutes, what posts said before, and what is left of those that are gone; exact counts
-- Ticket: N/A (a home for local panas)
-- Reversible: Partial
-- Dependencies: 0006_social
-- Rollback:
--   DROP TRIGGER social_statuses_count ON social_statuses; DROP TRIGGER social_follows_count ON social_follows;
--   DROP TRIGGER social_likes_count ON social_likes;
--   DROP TABLE internal.actor_key, internal.boost, internal.actor_block, internal.actor_mute, internal.status_revision,
--     internal.tombstone;
--   DROP FUNCTION internal.count_status(), internal.count_reply(text, social_visibility, int), internal.count_follow(),
--     internal.count_like(), internal.count_boost();
--   DROP INDEX social_statuses_local_idx, social_tags_hashtag_idx, social_recipients_heard_idx;
--   ALTER TABLE social_recipients DROP COLUMN published;
--   ALTER TABLE social_tags DROP COLUMN published;
--   ALTER TABLE social_statuses DROP COLUMN edited_at;

ALTER TABLE social_statuses ADD COLUMN edited_at timestamptz;
-- The post's own: a list by time finds its page in one index.
ALTER TABLE social_tags ADD COLUMN published timestamptz;
ALTER TABLE social_recipients ADD COLUMN published timestamptz;
UPDATE social_tags t SET published = s.published FROM social_statuses s WHERE s.id = t.status_id;
UPDATE social_recipients r SET published = s.published FROM social_statuses s WHERE s.id = r.status_id;

CREATE INDEX social_statuses_local_idx ON social_statuses (published DESC, id DESC)
  WHERE visibility IN ('public', 'local') AND in_reply_to_uri IS NULL AND NOT is_draft;
CREATE INDEX social_tags_hashtag_idx ON social_tags (lower(name), published DESC, status_id DESC) WHERE type = 'Hashtag';
CREATE INDEX social_recipients_heard_idx ON social_recipients (actor_id, published DESC, status_id DESC) WHERE actor_id IS NOT NULL;

-- An actor signs with RSA, as every server understands, and shows an Ed25519 key beside it. The private halves are encrypted
-- under PANA_ENCRYPTION_KEYS and leave with the actor.
CREATE TABLE internal.actor_key (
  id          text CONSTRAINT actor_key_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  actor_id    text NOT NULL CONSTRAINT actor_key_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  kind        text NOT NULL CONSTRAINT actor_key_kind_check CHECK (kind IN ('rsa-2048', 'ed25519')),
  -- SPKI in PEM, or a Multikey's publicKeyMultibase.
  public_key  text NOT NULL,
  private_key bytea NOT NULL,
  CONSTRAINT actor_key_actor_id_key UNIQUE (actor_id, kind)
);
CREATE TRIGGER actor_key_keep_updated_at BEFORE UPDATE ON internal.actor_key
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.boost (
  id         text CONSTRAINT boost_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT boost_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  status_id  text NOT NULL CONSTRAINT boost_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  uri        text CONSTRAINT boost_uri_key UNIQUE,
  CONSTRAINT boost_actor_id_key UNIQUE (actor_id, status_id)
);
CREATE INDEX boost_status_id_idx ON internal.boost (status_id, created_at DESC, id DESC);
CREATE INDEX boost_actor_id_idx ON internal.boost (actor_id, created_at DESC, id DESC);
CREATE TRIGGER boost_keep_updated_at BEFORE UPDATE ON internal.boost
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Whom an actor wants neither to hear nor to be heard by, and whom only not to hear.
CREATE TABLE internal.actor_block (
  id              text CONSTRAINT actor_block_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  actor_id        text NOT NULL CONSTRAINT actor_block_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  target_actor_id text NOT NULL CONSTRAINT actor_block_target_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  CONSTRAINT actor_block_actor_id_key UNIQUE (actor_id, target_actor_id),
  CONSTRAINT actor_block_self_check CHECK (actor_id <> target_actor_id)
);
CREATE INDEX actor_block_target_actor_id_idx ON internal.actor_block (target_actor_id, actor_id);
CREATE TRIGGER actor_block_keep_updated_at BEFORE UPDATE ON internal.actor_block
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.actor_mute (
  id              text CONSTRAINT actor_mute_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  actor_id        text NOT NULL CONSTRAINT actor_mute_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  target_actor_id text NOT NULL CONSTRAINT actor_mute_target_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  CONSTRAINT actor_mute_actor_id_key UNIQUE (actor_id, target_actor_id),
  CONSTRAINT actor_mute_self_check CHECK (actor_id <> target_actor_id)
);
CREATE INDEX actor_mute_target_actor_id_idx ON internal.actor_mute (target_actor_id);
CREATE TRIGGER actor_mute_keep_updated_at BEFORE UPDATE ON internal.actor_mute
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What a post said before each change.
CREATE TABLE internal.status_revision (
  id              text CONSTRAINT status_revision_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  status_id       text NOT NULL CONSTRAINT status_revision_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  content         text NOT NULL CONSTRAINT status_revision_content_check CHECK (length(content) <= 500000),
  content_warning text CONSTRAINT status_revision_content_warning_check CHECK (length(content_warning) <= 500),
  -- From when on it was said like this.
  said_at         timestamptz NOT NULL
);
CREATE INDEX status_revision_status_id_idx ON internal.status_revision (status_id, said_at, id);
CREATE TRIGGER status_revision_keep_updated_at BEFORE UPDATE ON internal.status_revision
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The ids of what is gone: never used again, and told to be gone where everybody could know that it was there.
CREATE TABLE internal.tombstone (
  uri         text CONSTRAINT tombstone_pkey PRIMARY KEY,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  former_type text NOT NULL CONSTRAINT tombstone_former_type_check CHECK (former_type <> ''),
  told        boolean NOT NULL
);
CREATE TRIGGER tombstone_keep_updated_at BEFORE UPDATE ON internal.tombstone
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Counts follow the rows that they count, in the same transaction, whoever writes them and also where a cascade removes them.
-- Posts are locked before actors, answers after what they answer, actors by their ids: so nobody waits in a ring.
CREATE FUNCTION internal.count_like() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE public.social_statuses SET likes_count = likes_count + 1 WHERE id = NEW.status_id;
  ELSE
    UPDATE public.social_statuses SET likes_count = likes_count - 1 WHERE id = OLD.status_id;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION internal.count_boost() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE public.social_statuses SET announces_count = announces_count + 1 WHERE id = NEW.status_id;
  ELSE
    UPDATE public.social_statuses SET announces_count = announces_count - 1 WHERE id = OLD.status_id;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION internal.count_follow() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was  int := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = 'accepted' THEN 1 ELSE 0 END;
  will int := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = 'accepted' THEN 1 ELSE 0 END;
  follower text := CASE WHEN TG_OP = 'DELETE' THEN OLD.actor_id ELSE NEW.actor_id END;
  followed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.target_actor_id ELSE NEW.target_actor_id END;
BEGIN
  IF was = will THEN
    RETURN NULL;
  END IF;
  PERFORM FROM public.social_actors WHERE id IN (follower, followed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE public.social_actors
     SET following_count = following_count + CASE WHEN id = follower THEN will - was ELSE 0 END,
         followers_count = followers_count + CASE WHEN id = followed THEN will - was ELSE 0 END
   WHERE id IN (follower, followed);
  RETURN NULL;
END
$$;

-- An answer is counted where whoever sees the post could see the answer, too.
CREATE FUNCTION internal.count_reply(parent text, heard public.social_visibility, more int) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.social_statuses SET replies_count = replies_count + more
   WHERE id = parent AND (heard IN ('public', 'quiet', 'local') OR visibility = heard)
$$;

-- An actor's posts are counted as far as everybody may read them.
CREATE FUNCTION internal.count_status() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND NOT OLD.is_draft THEN
    PERFORM internal.count_reply(OLD.in_reply_to_id, OLD.visibility, -1);
    UPDATE public.social_actors SET status_count = status_count - 1
     WHERE id = OLD.actor_id AND OLD.visibility IN ('public', 'quiet');
  END IF;
  IF TG_OP <> 'DELETE' AND NOT NEW.is_draft THEN
    PERFORM internal.count_reply(NEW.in_reply_to_id, NEW.visibility, 1);
    UPDATE public.social_actors SET status_count = status_count + 1
     WHERE id = NEW.actor_id AND NEW.visibility IN ('public', 'quiet');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER social_likes_count AFTER INSERT OR DELETE ON social_likes
  FOR EACH ROW EXECUTE FUNCTION internal.count_like();
CREATE TRIGGER boost_count AFTER INSERT OR DELETE ON internal.boost
  FOR EACH ROW EXECUTE FUNCTION internal.count_boost();
CREATE TRIGGER social_follows_count AFTER INSERT OR DELETE OR UPDATE OF status ON social_follows
  FOR EACH ROW EXECUTE FUNCTION internal.count_follow();
CREATE TRIGGER social_statuses_count AFTER INSERT OR DELETE OR UPDATE OF is_draft, visibility ON social_statuses
  FOR EACH ROW EXECUTE FUNCTION internal.count_status();

-- From here on they are exact.
UPDATE social_statuses s
   SET likes_count = (SELECT count(*) FROM social_likes l WHERE l.status_id = s.id), announces_count = 0,
       replies_count = (SELECT count(*) FROM social_statuses r
                         WHERE r.in_reply_to_id = s.id AND NOT r.is_draft
                           AND (r.visibility IN ('public', 'quiet', 'local') OR r.visibility = s.visibility));
UPDATE social_actors a
   SET following_count = (SELECT count(*) FROM social_follows f WHERE f.actor_id = a.id AND f.status = 'accepted'),
       followers_count = (SELECT count(*) FROM social_follows f WHERE f.target_actor_id = a.id AND f.status = 'accepted'),
       status_count = (SELECT count(*) FROM social_statuses s
                        WHERE s.actor_id = a.id AND NOT s.is_draft AND s.visibility IN ('public', 'quiet'));
