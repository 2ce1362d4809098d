-- Purpose: a person hears nothing of a whole server, and nobody from there follows, names or writes to them
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0057_federation
-- Rollback:
--   DROP TABLE internal.server_block;

-- A server that an actor of ours wants neither to hear nor to be heard by, as it stands in its people's handles.
CREATE TABLE internal.server_block (
  id         text CONSTRAINT server_block_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT server_block_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  domain     text NOT NULL CONSTRAINT server_block_domain_check CHECK (domain = lower(domain) AND length(domain) BETWEEN 1 AND 260),
  CONSTRAINT server_block_actor_id_key UNIQUE (actor_id, domain)
);
CREATE TRIGGER server_block_keep_updated_at BEFORE UPDATE ON internal.server_block
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
