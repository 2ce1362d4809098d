-- Purpose: take deliveries at a cost that does not grow with what waits
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0073_servers_away
-- Rollback:
--   DROP FUNCTION internal.take_deliveries(integer, text[], integer[]);

-- The next deliveries, marked as taken for a minute. Of what is due it looks at a portion, past servers that have their share: four
-- at a time, one while they fail. What cannot be sent yet is put off, so that it is not looked at again and again: until its server
-- may be asked, or until what goes before it is due; whoever settles that makes it due at once.
-- $1 how many at most; $2 and $3 servers, and how much is underway to each from the process that asks.
-- What is looked at is locked by a statement of its own: whoever settles what goes before it waits then, and is not overtaken.
CREATE FUNCTION internal.take_deliveries(integer, text[], integer[])
  RETURNS TABLE (id text, host text, inbox_url text, attempts integer, uri text, kind text, status_id text, body text,
                 actor_id text, actor_uri text, sealed_key bytea, signature text)
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  busy  text[] := ARRAY(SELECT u.host FROM unnest($2, $3) AS u (host, many) LEFT JOIN internal.peer p ON p.host = u.host
                         WHERE u.many >= CASE WHEN p.failures >= 10 THEN 1 ELSE 4 END);
  seen  text[];
  taken text[];
BEGIN
  FOR portion IN 1 .. 100 LOOP
    SELECT array_agg(w.id) INTO seen
      FROM (SELECT d.id FROM internal.delivery d
             WHERE d.state = 'waiting' AND d.due_at <= now() AND d.host <> ALL (busy)
             ORDER BY d.due_at, d.id LIMIT 64 FOR UPDATE SKIP LOCKED) w;
    EXIT WHEN seen IS NULL;

    WITH looked AS (
      SELECT d.id, d.host, d.due_at, coalesce(u.many, 0) AS underway,
             CASE WHEN p.failures >= 10 THEN 1 ELSE 4 END AS share,
             CASE WHEN p.closed_until > now() THEN p.closed_until
                  WHEN ahead.due_at IS NOT NULL THEN greatest(ahead.due_at, now() + interval '1 minute') END AS until
        FROM internal.delivery d
        LEFT JOIN internal.peer p ON p.host = d.host
        LEFT JOIN unnest($2, $3) AS u (host, many) ON u.host = d.host
        LEFT JOIN LATERAL (SELECT e.due_at FROM internal.delivery e
                            WHERE e.host = d.host AND e.actor_id = d.actor_id AND e.state = 'waiting' AND e.id < d.id
                              AND (e.attempts < 3 OR e.is_away)
                            ORDER BY e.id LIMIT 1) ahead ON true
       WHERE d.id = ANY (seen)
    ), judged AS (
      SELECT l.id, l.due_at, l.until, l.share,
             l.underway + row_number() OVER (PARTITION BY l.host, l.until IS NULL ORDER BY l.due_at, l.id) AS nth
        FROM looked l
    ), put_off AS (
      UPDATE internal.delivery d SET due_at = j.until FROM judged j WHERE d.id = j.id AND j.until IS NOT NULL
    )
    SELECT array_agg(f.id) INTO taken
      FROM (SELECT j.id FROM judged j WHERE j.until IS NULL AND j.nth <= j.share ORDER BY j.due_at, j.id LIMIT $1) f;
    EXIT WHEN taken IS NOT NULL;
  END LOOP;

  RETURN QUERY
    WITH marked AS (
      UPDATE internal.delivery d SET attempts = attempts + 1, due_at = now() + interval '1 minute'
       WHERE d.id = ANY (taken)
      RETURNING d.id, d.activity_id, d.inbox_url, d.host, d.attempts
    )
    SELECT m.id, m.host, m.inbox_url, m.attempts, o.uri, o.kind, o.status_id, o.body, o.actor_id, o.actor_uri,
           coalesce(o.parting_key, k.private_key), coalesce(p.signature, 'cavage')
      FROM marked m
      JOIN internal.outgoing_activity o ON o.id = m.activity_id
      LEFT JOIN internal.actor_key k ON k.actor_id = o.actor_id AND k.kind = 'rsa-2048'
      LEFT JOIN internal.peer p ON p.host = m.host;
END
$$;
