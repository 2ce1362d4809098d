-- Purpose: nothing that somebody wrote into an article is lost, also not a save that came too late
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0005_articles
-- Rollback:
--   DROP TABLE internal.article_revision;

-- What an article said after each save; and what a save would have said that was refused because another came first.
CREATE TABLE internal.article_revision (
  id         text CONSTRAINT article_revision_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  article_id text NOT NULL CONSTRAINT article_revision_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  -- Who saved it; NULL once they have left.
  author_id  text,
  kind       text NOT NULL CONSTRAINT article_revision_kind_check CHECK (kind IN ('save', 'branch', 'restoration')),
  -- The version of the article that it became; of a branch the one that it was meant to change.
  version    int NOT NULL CONSTRAINT article_revision_version_check CHECK (version >= 0),
  -- Names title, content, type and cover, as reviews do.
  revision   text NOT NULL CONSTRAINT article_revision_revision_check CHECK (revision ~ '^[0-9a-f]{32}$'),
  wording    jsonb NOT NULL CONSTRAINT article_revision_wording_check CHECK (jsonb_typeof(wording) = 'object')
);
CREATE INDEX article_revision_article_id_idx ON internal.article_revision (article_id, id DESC);
CREATE INDEX article_revision_author_id_idx ON internal.article_revision (author_id) WHERE author_id IS NOT NULL;
CREATE TRIGGER article_revision_keep_updated_at BEFORE UPDATE ON internal.article_revision
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
