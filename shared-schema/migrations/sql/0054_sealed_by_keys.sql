-- Purpose: the doctor sees what each encryption key still seals, without seeing what is sealed
-- Ticket: N/A (rotation of keys)
-- Reversible: Yes
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP FUNCTION internal.sealed_by_keys();

-- A ciphertext begins with a format byte, the length of its key's id, and that id. What has another form has no id.
CREATE FUNCTION internal.sealed_by_keys() RETURNS TABLE (key_id text, things bigint, oldest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN length(sealed) > 2 AND get_byte(sealed, 0) = 1 AND length(sealed) > 2 + get_byte(sealed, 1)
              THEN encode(substring(sealed FROM 3 FOR get_byte(sealed, 1)), 'escape') END,
         count(*), min(created_at)
    FROM (SELECT private_key AS sealed, created_at FROM internal.signing_key WHERE expires_at > now()
           UNION ALL SELECT params, created_at FROM internal.mail_outbox
                      WHERE state IN ('queued', 'parked') AND params IS NOT NULL
           UNION ALL SELECT addresses, created_at FROM internal.subject_request WHERE addresses IS NOT NULL
           UNION ALL SELECT private_key, created_at FROM internal.actor_key) AS everything
   GROUP BY 1
$$;
