-- Purpose: polls of other servers are answered here, and ours by people of other servers
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0065_polls
-- Rollback:
--   DELETE FROM internal.poll WHERE is_remote;
--   DROP TRIGGER ballot_count ON internal.ballot;
--   CREATE OR REPLACE FUNCTION internal.count_ballot() RETURNS trigger
--     LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
--   DECLARE
--     given internal.ballot := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
--     more  int := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END;
--   BEGIN
--     UPDATE internal.poll p
--        SET voters_count = p.voters_count + more,
--            votes = ARRAY(SELECT v.votes + CASE WHEN v.place - 1 = ANY (given.choices) THEN more ELSE 0 END
--                            FROM unnest(p.votes) WITH ORDINALITY AS v (votes, place) ORDER BY v.place)
--      WHERE p.status_id = given.status_id;
--     RETURN NULL;
--   END
--   $$;
--   CREATE TRIGGER ballot_count AFTER INSERT OR DELETE ON internal.ballot
--     FOR EACH ROW EXECUTE FUNCTION internal.count_ballot();
--   ALTER TABLE internal.ballot DROP CONSTRAINT ballot_choices_check;
--   ALTER TABLE internal.ballot ADD CONSTRAINT ballot_choices_check
--     CHECK (cardinality(choices) BETWEEN 1 AND 8 AND array_position(choices, NULL) IS NULL AND 0 <= ALL (choices));
--   DROP INDEX internal.poll_untold_idx;
--   ALTER TABLE internal.poll DROP CONSTRAINT poll_options_check, DROP CONSTRAINT poll_ends_at_check,
--     DROP COLUMN told_at, DROP COLUMN told_voters, DROP COLUMN is_remote,
--     ALTER COLUMN ends_at SET NOT NULL;
--   ALTER TABLE internal.poll ADD CONSTRAINT poll_options_check
--     CHECK (cardinality(options) BETWEEN 2 AND 8 AND array_position(options, NULL) IS NULL AND '' <> ALL (options));

-- What another server asks is counted there: here stands what it says last, and what people of here have answered since.
ALTER TABLE internal.poll
  ADD COLUMN is_remote boolean NOT NULL DEFAULT false,
  -- How many had voted when other servers were told of it last, and when that was.
  ADD COLUMN told_voters int NOT NULL DEFAULT 0 CONSTRAINT poll_told_voters_check CHECK (told_voters >= 0),
  ADD COLUMN told_at timestamptz NOT NULL DEFAULT now(),
  ALTER COLUMN ends_at DROP NOT NULL,
  DROP CONSTRAINT poll_options_check,
  ADD CONSTRAINT poll_ends_at_check CHECK (is_remote OR ends_at IS NOT NULL),
  ADD CONSTRAINT poll_options_check
    CHECK (cardinality(options) BETWEEN 2 AND CASE WHEN is_remote THEN 20 ELSE 8 END
           AND array_position(options, NULL) IS NULL AND '' <> ALL (options));
CREATE INDEX poll_untold_idx ON internal.poll (told_at) WHERE closed_at IS NULL AND NOT is_remote;

ALTER TABLE internal.ballot DROP CONSTRAINT ballot_choices_check;
ALTER TABLE internal.ballot ADD CONSTRAINT ballot_choices_check
  CHECK (cardinality(choices) BETWEEN 1 AND 20 AND array_position(choices, NULL) IS NULL AND 0 <= ALL (choices));

-- Who chooses several on another server says so one after the other. What leaves with its person is not ours to take back elsewhere.
CREATE OR REPLACE FUNCTION internal.count_ballot() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  given int[] := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE NEW.choices END;
  taken int[] := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE OLD.choices END;
  more  int := CASE TG_OP WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END;
BEGIN
  UPDATE internal.poll p
     SET voters_count = p.voters_count + more,
         votes = ARRAY(SELECT v.votes + CASE WHEN v.place - 1 = ANY (given) THEN 1 ELSE 0 END
                                      - CASE WHEN v.place - 1 = ANY (taken) THEN 1 ELSE 0 END
                         FROM unnest(p.votes) WITH ORDINALITY AS v (votes, place) ORDER BY v.place)
   WHERE p.status_id = coalesce(NEW.status_id, OLD.status_id) AND (TG_OP <> 'DELETE' OR NOT p.is_remote);
  RETURN NULL;
END
$$;
DROP TRIGGER ballot_count ON internal.ballot;
CREATE TRIGGER ballot_count AFTER INSERT OR DELETE OR UPDATE OF choices ON internal.ballot
  FOR EACH ROW EXECUTE FUNCTION internal.count_ballot();
