-- Purpose: what was done with an article, by whom and why, stays readable for its people and for moderators
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0005_articles
-- Rollback:
--   DROP TABLE internal.article_history;

-- What happened to an article beyond what its authors write into it.
CREATE TABLE internal.article_history (
  id         text CONSTRAINT article_history_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  article_id text NOT NULL CONSTRAINT article_history_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  -- Who did it; without a foreign key, so that it outlives their account.
  actor_id   text NOT NULL,
  step       text NOT NULL CONSTRAINT article_history_step_check CHECK (step IN (
               'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
               'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
               'article-published', 'article-unpublished', 'article-removed', 'article-restored')),
  -- The person whom it was about: who was invited, asked, approved. Absent where they had left by then.
  subject    text CONSTRAINT article_history_subject_check CHECK (
               subject IS NULL OR step LIKE 'coauthor-%' OR step LIKE 'review-%'),
  reason     text CONSTRAINT article_history_reason_check CHECK (length(reason) BETWEEN 10 AND 1000),
  CONSTRAINT article_history_reasoned_check CHECK ((reason IS NOT NULL) = (step = 'article-removed'))
);
CREATE INDEX article_history_article_id_idx ON internal.article_history (article_id, id DESC);
CREATE TRIGGER article_history_keep_updated_at BEFORE UPDATE ON internal.article_history
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
