-- Purpose: published articles as other servers know them, under a new id each time they go out, and activities about them
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0057_federation
-- Rollback:
--   DELETE FROM internal.outgoing_activity WHERE kind = 'article';
--   ALTER TABLE internal.outgoing_activity DROP CONSTRAINT outgoing_activity_kind_check,
--     ADD CONSTRAINT outgoing_activity_kind_check CHECK (kind IN ('whole', 'create', 'update', 'actor'));
--   DROP TABLE internal.federated_article;

-- An article that is taken back is gone for good elsewhere, so that it comes back under another id. What answered it stays known.
CREATE TABLE internal.federated_article (
  id           text CONSTRAINT federated_article_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  article_id   text NOT NULL CONSTRAINT federated_article_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  -- Who speaks for it: the first of its writers who takes part.
  actor_id     text NOT NULL CONSTRAINT federated_article_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  uri          text NOT NULL CONSTRAINT federated_article_uri_key UNIQUE
                 CONSTRAINT federated_article_uri_check CHECK (length(uri) BETWEEN 1 AND 2000),
  -- Of the article, as others were told of it last.
  version      int NOT NULL CONSTRAINT federated_article_version_check CHECK (version >= 0),
  edited_at    timestamptz,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX federated_article_out_key ON internal.federated_article (article_id) WHERE withdrawn_at IS NULL;
CREATE INDEX federated_article_article_id_idx ON internal.federated_article (article_id);
CREATE INDEX federated_article_actor_id_idx ON internal.federated_article (actor_id);
CREATE TRIGGER federated_article_keep_updated_at BEFORE UPDATE ON internal.federated_article
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

ALTER TABLE internal.outgoing_activity DROP CONSTRAINT outgoing_activity_kind_check,
  ADD CONSTRAINT outgoing_activity_kind_check CHECK (kind IN ('whole', 'create', 'update', 'actor', 'article'));
