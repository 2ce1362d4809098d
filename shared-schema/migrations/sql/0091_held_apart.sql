-- Migration: 0091_held_apart
-- Purpose: of a follow and a block that come at the same moment the block holds, whichever is first
-- Ticket: N/A (social)
-- Reversible: Yes
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP TRIGGER actor_block_await_follows ON internal.actor_block;
--   DROP FUNCTION internal.await_follows();
--   DROP FUNCTION internal.is_apart(text, text);

-- Whether one of these two actors blocks the other, as it is now and not as it was when the caller's statement began. Until the
-- caller's transaction ends nobody blocks, or is blocked by, whoever is to be followed. One lock, however many begin to follow them.
CREATE FUNCTION internal.is_apart(follower text, followed text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('block ' || followed, 0));
  RETURN EXISTS (SELECT FROM internal.actor_block b
                  WHERE (b.actor_id, b.target_actor_id) IN ((follower, followed), (followed, follower)));
END
$$;

-- Follows that are being made are there when a block's next statement looks for them; those that begin later see the block.
CREATE FUNCTION internal.await_follows() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('block ' || least(NEW.actor_id, NEW.target_actor_id), 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('block ' || greatest(NEW.actor_id, NEW.target_actor_id), 0));
  RETURN NEW;
END
$$;
CREATE TRIGGER actor_block_await_follows BEFORE INSERT ON internal.actor_block
  FOR EACH ROW EXECUTE FUNCTION internal.await_follows();
