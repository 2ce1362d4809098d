-- Purpose: posts that ask something, and what people answer: each once
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0006_social
-- Rollback:
--   DROP TABLE internal.ballot, internal.poll;
--   DROP FUNCTION internal.count_ballot();

-- The answers to choose from stand in order, and how often each was chosen stands at the same place.
CREATE TABLE internal.poll (
  status_id    text CONSTRAINT poll_pkey PRIMARY KEY
                 CONSTRAINT poll_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  multiple     boolean NOT NULL,
  options      text[] NOT NULL CONSTRAINT poll_options_check
                 CHECK (cardinality(options) BETWEEN 2 AND 8 AND array_position(options, NULL) IS NULL AND '' <> ALL (options)),
  votes        int[] NOT NULL,
  voters_count int NOT NULL DEFAULT 0 CONSTRAINT poll_voters_count_check CHECK (voters_count >= 0),
  ends_at      timestamptz NOT NULL,
  -- When its author and those who voted were told that it is over.
  closed_at    timestamptz CONSTRAINT poll_closed_at_check CHECK (closed_at >= ends_at),
  CONSTRAINT poll_votes_check CHECK (cardinality(votes) = cardinality(options) AND 0 <= ALL (votes) AND voters_count >= ALL (votes))
);
CREATE INDEX poll_due_idx ON internal.poll (ends_at) WHERE closed_at IS NULL;
CREATE TRIGGER poll_keep_updated_at BEFORE UPDATE ON internal.poll
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What one person chose: the places of the answers, from 0.
CREATE TABLE internal.ballot (
  id         text CONSTRAINT ballot_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  status_id  text NOT NULL CONSTRAINT ballot_status_id_fkey REFERENCES internal.poll (status_id) ON DELETE CASCADE,
  actor_id   text NOT NULL CONSTRAINT ballot_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  choices    int[] NOT NULL CONSTRAINT ballot_choices_check
               CHECK (cardinality(choices) BETWEEN 1 AND 8 AND array_position(choices, NULL) IS NULL AND 0 <= ALL (choices)),
  CONSTRAINT ballot_status_id_key UNIQUE (status_id, actor_id)
);
CREATE INDEX ballot_actor_id_idx ON internal.ballot (actor_id);
CREATE TRIGGER ballot_keep_updated_at BEFORE UPDATE ON internal.ballot
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Who has voted is counted in the same transaction, also where a cascade removes them.
CREATE FUNCTION internal.count_ballot() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  given internal.ballot := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
  more  int := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE internal.poll p
     SET voters_count = p.voters_count + more,
         votes = ARRAY(SELECT v.votes + CASE WHEN v.place - 1 = ANY (given.choices) THEN more ELSE 0 END
                         FROM unnest(p.votes) WITH ORDINALITY AS v (votes, place) ORDER BY v.place)
   WHERE p.status_id = given.status_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER ballot_count AFTER INSERT OR DELETE ON internal.ballot
  FOR EACH ROW EXECUTE FUNCTION internal.count_ballot();
