-- Purpose: a sidecar that makes others wait for its locks is ended within seconds, not after ten minutes
-- Ticket: N/A (sidecars)
-- Reversible: Yes
-- Rollback:
--   DROP FUNCTION internal.end_blocking_sidecars(interval);

-- A sidecar needs locks on our tables: a foreign key to users locks users while it is made, and who may delete from sessions
-- may lock sessions as a whole. Its timeouts are settings that it may change. So whoever waits for one is the measure.
-- Returns what it ended. Its owner (grants.sql) is a member of the sidecars' roles and of nothing else.
CREATE FUNCTION internal.end_blocking_sidecars(longer_than interval) RETURNS TABLE (role_name text, process_id int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Chosen first, ended afterwards, as in end_stale_sidecars. A sidecar that waits for itself hurts nobody else.
  FOR role_name, process_id IN
    SELECT DISTINCT holder.usename, holder.pid
      FROM pg_catalog.pg_locks waiting
      JOIN pg_catalog.pg_stat_activity waiter ON waiter.pid = waiting.pid
      JOIN pg_catalog.pg_stat_activity holder ON holder.pid = ANY (pg_catalog.pg_blocking_pids(waiting.pid))
     WHERE NOT waiting.granted AND waiting.waitstart < clock_timestamp() - longer_than
       AND waiter.datname = current_database() AND waiter.usename NOT LIKE 'sidecar\_%'
       AND holder.usename LIKE 'sidecar\_%'
  LOOP
    IF pg_terminate_backend(process_id) THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
