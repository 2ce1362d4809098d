-- Purpose: likes and boosts of articles by people of other servers, what is left of articles that go with people, counts of polls
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0069_wanted_posts, 0072_federated_articles, 0074_polls_across_servers
-- Rollback:
--   DELETE FROM internal.wanted_post WHERE kind = 'poll';
--   ALTER TABLE internal.wanted_post DROP CONSTRAINT wanted_post_kind_check,
--     ADD CONSTRAINT wanted_post_kind_check CHECK (kind IN ('post', 'answers'));
--   DROP TRIGGER federated_article_bury ON internal.federated_article;
--   DROP FUNCTION internal.bury_article();
--   DROP TABLE internal.article_reaction;

-- Of the article, under whatever id it was out: everybody counts once, also when it comes out again.
CREATE TABLE internal.article_reaction (
  id         text CONSTRAINT article_reaction_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  article_id text NOT NULL CONSTRAINT article_reaction_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  actor_id   text NOT NULL CONSTRAINT article_reaction_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  kind       text NOT NULL CONSTRAINT article_reaction_kind_check CHECK (kind IN ('like', 'boost')),
  uri        text NOT NULL CONSTRAINT article_reaction_uri_key UNIQUE
               CONSTRAINT article_reaction_uri_check CHECK (length(uri) BETWEEN 1 AND 2000),
  CONSTRAINT article_reaction_once_key UNIQUE (article_id, kind, actor_id)
);
CREATE INDEX article_reaction_actor_id_idx ON internal.article_reaction (actor_id);
CREATE TRIGGER article_reaction_keep_updated_at BEFORE UPDATE ON internal.article_reaction
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- An id that others know is never just unknown: it goes with its article, or with whoever speaks for it.
CREATE FUNCTION internal.bury_article() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO internal.tombstone (uri, former_type, told) VALUES (OLD.uri, 'Article', true) ON CONFLICT (uri) DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER federated_article_bury AFTER DELETE ON internal.federated_article
  FOR EACH ROW EXECUTE FUNCTION internal.bury_article();

-- How a poll of another server stands is asked for, too; when that was said last is the told_at of the poll.
ALTER TABLE internal.wanted_post DROP CONSTRAINT wanted_post_kind_check,
  ADD CONSTRAINT wanted_post_kind_check CHECK (kind IN ('post', 'answers', 'poll'));
