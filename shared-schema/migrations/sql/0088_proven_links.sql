-- Migration: 0088_proven_links
-- Purpose: pages that people name in their actors are known to be theirs where they link back (rel="me")
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0078_actor_pages
-- Rollback:
--   DROP TRIGGER social_actors_forget_proofs ON social_actors;
--   DROP FUNCTION internal.forget_proofs();
--   DROP TABLE internal.proven_link;

-- A link in a field of an actor, as the field holds it, and since when the page behind it is known to link back.
CREATE TABLE internal.proven_link (
  id          text CONSTRAINT proven_link_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  actor_id    text NOT NULL CONSTRAINT proven_link_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  value       text NOT NULL CONSTRAINT proven_link_value_check CHECK (length(value) BETWEEN 1 AND 10000),
  url         text NOT NULL CONSTRAINT proven_link_url_check CHECK (length(url) BETWEEN 1 AND 500),
  verified_at timestamptz,
  checked_at  timestamptz,
  -- Since it was proven last, or since it stands there.
  attempts    int NOT NULL DEFAULT 0 CONSTRAINT proven_link_attempts_check CHECK (attempts >= 0),
  -- NULL once it was tried often enough.
  due_at      timestamptz DEFAULT now(),
  CONSTRAINT proven_link_once_key UNIQUE (actor_id, url),
  CONSTRAINT proven_link_verified_check CHECK (verified_at IS NULL OR checked_at IS NOT NULL)
);
CREATE INDEX proven_link_due_idx ON internal.proven_link (due_at) WHERE due_at IS NOT NULL;
CREATE TRIGGER proven_link_keep_updated_at BEFORE UPDATE ON internal.proven_link
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- A proof is of this field and of whoever is called so: with either it goes.
CREATE FUNCTION internal.forget_proofs() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM internal.proven_link k
   WHERE k.actor_id = NEW.id
     AND ((OLD.username, OLD.url) IS DISTINCT FROM (NEW.username, NEW.url)
          OR NOT NEW.fields @> jsonb_build_array(jsonb_build_object('value', k.value)));
  RETURN NULL;
END
$$;
CREATE TRIGGER social_actors_forget_proofs AFTER UPDATE OF fields, username, url ON social_actors
  FOR EACH ROW WHEN ((OLD.fields, OLD.username, OLD.url) IS DISTINCT FROM (NEW.fields, NEW.username, NEW.url))
  EXECUTE FUNCTION internal.forget_proofs();
