-- Purpose: whoever had a post hears of its end, whether or not they still follow its author
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0051_social_life, 0057_federation
-- Rollback:
--   DROP TRIGGER social_actors_keep_former_audience ON social_actors;
--   DROP FUNCTION internal.keep_audience_of_gone();
--   DROP TRIGGER social_recipients_keep_former_audience ON social_recipients;
--   DROP TRIGGER boost_keep_former_audience ON internal.boost;
--   DROP FUNCTION internal.keep_former_reader();
--   DROP TRIGGER social_follows_keep_former_audience ON social_follows;
--   DROP FUNCTION internal.keep_former_follower();
--   DROP FUNCTION internal.keep_former_audience(text, text);
--   DROP TABLE internal.former_audience;

-- Servers where somebody has followed an actor of ours, boosted it or been addressed by it, and does so no longer.
CREATE TABLE internal.former_audience (
  actor_id   text NOT NULL CONSTRAINT former_audience_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  inbox_url  text NOT NULL CONSTRAINT former_audience_inbox_url_check CHECK (inbox_url <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- They may have what was said until then.
  left_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT former_audience_pkey PRIMARY KEY (actor_id, inbox_url)
);
CREATE TRIGGER former_audience_keep_updated_at BEFORE UPDATE ON internal.former_audience
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE FUNCTION internal.keep_former_audience(author text, reader text) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO internal.former_audience (actor_id, inbox_url)
  SELECT a.id, coalesce(t.shared_inbox_url, t.inbox_url) FROM public.social_actors a, public.social_actors t
   WHERE a.id = author AND a.profile_id IS NOT NULL AND t.id = reader AND t.profile_id IS NULL AND t.fetched_at IS NOT NULL
  ON CONFLICT (actor_id, inbox_url) DO UPDATE SET left_at = now()
$$;

CREATE FUNCTION internal.keep_former_follower() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.status <> 'accepted' THEN
    PERFORM internal.keep_former_audience(OLD.target_actor_id, OLD.actor_id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER social_follows_keep_former_audience AFTER DELETE OR UPDATE OF status ON social_follows
  FOR EACH ROW WHEN (OLD.status = 'accepted') EXECUTE FUNCTION internal.keep_former_follower();

CREATE FUNCTION internal.keep_former_reader() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM internal.keep_former_audience((SELECT s.actor_id FROM public.social_statuses s WHERE s.id = OLD.status_id), OLD.actor_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER boost_keep_former_audience AFTER DELETE ON internal.boost
  FOR EACH ROW EXECUTE FUNCTION internal.keep_former_reader();
CREATE TRIGGER social_recipients_keep_former_audience AFTER DELETE ON social_recipients
  FOR EACH ROW WHEN (OLD.actor_id IS NOT NULL) EXECUTE FUNCTION internal.keep_former_reader();

-- Somebody is gone; what their server has of ours may not be.
CREATE FUNCTION internal.keep_audience_of_gone() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO internal.former_audience (actor_id, inbox_url)
  SELECT a.id, coalesce(OLD.shared_inbox_url, OLD.inbox_url)
    FROM public.social_follows f JOIN public.social_actors a ON a.id = f.target_actor_id AND a.profile_id IS NOT NULL
   WHERE f.actor_id = OLD.id AND f.status = 'accepted'
  ON CONFLICT (actor_id, inbox_url) DO UPDATE SET left_at = now();
  RETURN OLD;
END
$$;
CREATE TRIGGER social_actors_keep_former_audience BEFORE DELETE ON social_actors
  FOR EACH ROW WHEN (OLD.profile_id IS NULL AND OLD.fetched_at IS NOT NULL) EXECUTE FUNCTION internal.keep_audience_of_gone();
