-- Purpose: the number on a person's bell is read from one row, however much they have not read
-- Ticket: N/A (every event reaches its person)
-- Reversible: Partial
-- Dependencies: 0008_engagement
-- Rollback:
--   DROP INDEX notifications_unread_expiry_idx;
--   DROP INDEX notifications_group_idx;
--   DROP TABLE internal.unread_count;
--   DROP FUNCTION internal.add_counts(jsonb, jsonb);

-- Counts by name, added up; what comes to nothing is left out.
CREATE FUNCTION internal.add_counts(counts jsonb, more jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(key, total), '{}')
    FROM (SELECT key, sum(value::bigint) AS total
            FROM (SELECT key, value FROM jsonb_each_text(counts)
                  UNION ALL
                  SELECT key, value FROM jsonb_each_text(more)) AS both_of_them
           GROUP BY key
          HAVING sum(value::bigint) > 0) AS totals
$$;

-- What a person has neither read nor archived, by context. Whoever changes notifications changes it in the same statement. One
-- row per person, and not one per context, so that two who change it never wait for each other.
CREATE TABLE internal.unread_count (
  user_id    text CONSTRAINT unread_count_pkey PRIMARY KEY
               CONSTRAINT unread_count_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  contexts   jsonb NOT NULL DEFAULT '{}' CONSTRAINT unread_count_contexts_check
               CHECK (jsonb_typeof(contexts) = 'object' AND NOT jsonb_path_exists(contexts, '$.* ? (@.type() != "number" || @ <= 0)'))
) WITH (fillfactor = 70);
CREATE TRIGGER unread_count_keep_updated_at BEFORE UPDATE ON internal.unread_count
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

INSERT INTO internal.unread_count (user_id, contexts)
SELECT target, jsonb_object_agg(context, unread)
  FROM (SELECT target, context, count(*) AS unread FROM notifications WHERE NOT read AND archived_at IS NULL
         GROUP BY target, context) AS counted
 GROUP BY target;

-- What still counts although it has expired: little, as it is removed every few minutes.
CREATE INDEX notifications_unread_expiry_idx ON notifications (target, expires_at)
  WHERE NOT read AND archived_at IS NULL AND expires_at IS NOT NULL;
-- What belongs together: the same done to the same thing on one day.
CREATE INDEX notifications_group_idx ON notifications (target, context, type, coalesce(object, ''), created_at DESC, id DESC);
