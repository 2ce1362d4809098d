-- Purpose: the few doors through which roles reach what their grants do not show: sessions, erasure, stale sidecars
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP FUNCTION internal.end_stale_sidecars(interval);
--   DROP FUNCTION internal.erase_user(text);
--   DROP FUNCTION public.session_owner(text);
--   DROP FUNCTION public.touch_session(text);
--   DROP FUNCTION internal.session_alive(text);
--   DROP FUNCTION internal.session_actor(text);

-- All of these run with their owner's rights, so each pins its search_path and names every object in full.

-- Who holds this session? One indexed look-up; nothing for an unknown, expired or locked one. Higher rights come only
-- with a session that auth-service itself issued. 'due' says that the session should be extended (touch_session).
CREATE FUNCTION internal.session_actor(token text)
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
         s.expires < now() + interval '29 days'
    FROM public.sessions s
    JOIN public.users u ON u.id = s.user_id
    LEFT JOIN public.profiles p ON p.user_id = u.id
   WHERE s.session_token = token AND s.expires > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
END
$$;

-- For bearers of a JWT where five minutes of staleness are too many: is the session behind it still open?
CREATE FUNCTION internal.session_alive(public_id text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.sessions s JOIN public.users u ON u.id = s.user_id
     WHERE s.public_id = session_alive.public_id AND s.expires > now()
       AND u.locked_at IS NULL AND u.scrubbed_at IS NULL);
END
$$;

-- Thirty days from now, at most once a day: otherwise it writes nothing. True when it extended.
CREATE FUNCTION public.touch_session(token text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.sessions s SET expires = now() + interval '30 days'
    FROM public.users u
   WHERE s.session_token = token AND s.expires > now() AND s.expires < now() + interval '29 days'
     AND u.id = s.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
  RETURN FOUND;
END
$$;

-- For sidecars that may not read the table: the person behind the one token they were shown.
CREATE FUNCTION public.session_owner(token text) RETURNS TABLE (user_id text, screenname text, expires timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT u.id, u.screenname, s.expires
    FROM public.sessions s JOIN public.users u ON u.id = s.user_id
   WHERE s.session_token = token AND s.expires > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL;
END
$$;

-- Physical deletion of a scrubbed account. Foreign keys of a sidecar run its code inside this session, and what that leaves
-- behind (deferred triggers, settings, prepared statements) acts later with the session's rights, not the function's. So it
-- is not the function that is powerless but the session: only the login role pana_eraser may call it (grants.sql).
-- Constraints are checked at once, so that the answer is true when it comes.
-- Returns NULL when the row is gone, else the table that still holds it, or what its owner's code said.
CREATE FUNCTION internal.erase_user(id text) RETURNS text
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  holder_schema text;
  holder_table  text;
  reason        text;
  context       text;
BEGIN
  SET CONSTRAINTS ALL IMMEDIATE;
  DELETE FROM public.users u WHERE u.id = erase_user.id AND u.scrubbed_at IS NOT NULL;
  IF NOT FOUND THEN
    RETURN 'not scrubbed';
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS holder_schema = SCHEMA_NAME, holder_table = TABLE_NAME, reason = MESSAGE_TEXT,
                          context = PG_EXCEPTION_CONTEXT;
  IF holder_table <> '' THEN
    RETURN concat_ws('.', nullif(holder_schema, ''), holder_table);
  END IF;
  RETURN left(concat(reason, ' (', split_part(context, E'\n', 1), ')'), 200);
END
$$;

-- Ends transactions of sidecars that stay open longer than asked; its owner (grants.sql) is a member of their roles and
-- of nothing else. Returns what it ended.
CREATE FUNCTION internal.end_stale_sidecars(older_than interval) RETURNS TABLE (role_name text, process_id int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Chosen first, ended afterwards: in one WHERE clause the planner may end a session before it looks at its age.
  FOR role_name, process_id IN
    SELECT a.usename, a.pid
      FROM pg_catalog.pg_stat_activity a
     WHERE a.datname = current_database()
       AND a.usename LIKE 'sidecar\_%'
       AND a.xact_start < clock_timestamp() - older_than
  LOOP
    IF pg_terminate_backend(process_id) THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
