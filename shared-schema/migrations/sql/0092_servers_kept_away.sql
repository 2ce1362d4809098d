-- Migration: 0092_servers_kept_away
-- Purpose: whoever keeps a server away is not followed from there, also by a follow that comes at the same moment
-- Ticket: N/A (social)
-- Reversible: Yes
-- Dependencies: 0091_held_apart
-- Rollback:
--   DROP FUNCTION internal.await_follows_of(text);
--   DROP FUNCTION internal.keeps_away(text, text);

-- Whether somebody wants nothing of a server, as it is now; they cannot decide it until the caller's transaction ends. The lock is
-- that of internal.is_apart for whoever is followed, so that one who asks both takes one.
CREATE FUNCTION internal.keeps_away(followed text, server text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('block ' || followed, 0));
  RETURN EXISTS (SELECT FROM internal.server_block k WHERE k.actor_id = followed AND k.domain = lower(server));
END
$$;

-- Before anything else is locked: whoever follows holds this before they count.
CREATE FUNCTION internal.await_follows_of(followed text) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('block ' || followed, 0))
$$;
