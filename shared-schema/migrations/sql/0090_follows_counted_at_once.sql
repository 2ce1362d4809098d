-- Migration: 0090_follows_counted_at_once
-- Purpose: many follows that one statement begins or ends are counted once for each person, and not once for each follow
-- Ticket: N/A (social)
-- Reversible: Yes
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP TRIGGER social_follows_count_begun ON social_follows; DROP TRIGGER social_follows_count_changed ON social_follows;
--   DROP TRIGGER social_follows_count_ended ON social_follows;
--   CREATE OR REPLACE FUNCTION internal.count_follow() RETURNS trigger
--     LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
--   DECLARE
--     was  int := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = 'accepted' THEN 1 ELSE 0 END;
--     will int := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = 'accepted' THEN 1 ELSE 0 END;
--     follower text := CASE WHEN TG_OP = 'DELETE' THEN OLD.actor_id ELSE NEW.actor_id END;
--     followed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.target_actor_id ELSE NEW.target_actor_id END;
--   BEGIN
--     IF was = will THEN
--       RETURN NULL;
--     END IF;
--     PERFORM FROM public.social_actors WHERE id IN (follower, followed) ORDER BY id FOR NO KEY UPDATE;
--     UPDATE public.social_actors
--        SET following_count = following_count + CASE WHEN id = follower THEN will - was ELSE 0 END,
--            followers_count = followers_count + CASE WHEN id = followed THEN will - was ELSE 0 END
--      WHERE id IN (follower, followed);
--     RETURN NULL;
--   END
--   $$;
--   CREATE TRIGGER social_follows_count AFTER INSERT OR DELETE OR UPDATE OF status ON social_follows
--     FOR EACH ROW EXECUTE FUNCTION internal.count_follow();

-- Somebody with ten thousand followers who moves here, or whose server is suspended, was written ten thousand times in one
-- transaction, and each time through all that it had written before: half a minute.
DROP TRIGGER social_follows_count ON social_follows;

CREATE OR REPLACE FUNCTION internal.count_follow() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  follower text[];
  followed text[];
  more     int[];
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      SELECT array_agg(b.actor_id), array_agg(b.target_actor_id), array_agg(1) INTO follower, followed, more
        FROM begun b WHERE b.status = 'accepted';
    WHEN 'DELETE' THEN
      SELECT array_agg(e.actor_id), array_agg(e.target_actor_id), array_agg(-1) INTO follower, followed, more
        FROM ended e WHERE e.status = 'accepted';
    ELSE
      SELECT array_agg(b.actor_id), array_agg(b.target_actor_id), array_agg(CASE b.status WHEN 'accepted' THEN 1 ELSE -1 END)
        INTO follower, followed, more
        FROM begun b JOIN ended e ON e.id = b.id WHERE (b.status = 'accepted') <> (e.status = 'accepted');
  END CASE;
  IF more IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM public.social_actors WHERE id = ANY (follower || followed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE public.social_actors a
     SET following_count = a.following_count + c.following, followers_count = a.followers_count + c.followers
    FROM (SELECT v.id, sum(v.following) AS following, sum(v.followers) AS followers
            FROM (SELECT f.id, f.more AS following, 0 AS followers FROM unnest(follower, more) AS f (id, more)
                   UNION ALL
                  SELECT f.id, 0, f.more FROM unnest(followed, more) AS f (id, more)) v
           GROUP BY v.id) c
   WHERE a.id = c.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER social_follows_count_begun AFTER INSERT ON social_follows
  REFERENCING NEW TABLE AS begun FOR EACH STATEMENT EXECUTE FUNCTION internal.count_follow();
CREATE TRIGGER social_follows_count_changed AFTER UPDATE ON social_follows
  REFERENCING OLD TABLE AS ended NEW TABLE AS begun FOR EACH STATEMENT EXECUTE FUNCTION internal.count_follow();
CREATE TRIGGER social_follows_count_ended AFTER DELETE ON social_follows
  REFERENCING OLD TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION internal.count_follow();
