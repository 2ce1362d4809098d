-- Purpose: authors show a draft to whomever they give a link
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0027_article_highlights
-- Rollback:
--   DELETE FROM internal.article_history WHERE step IN ('article-shared', 'article-unshared');
--   ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
--   ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
--     'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
--     'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
--     'article-published', 'article-unpublished', 'article-removed', 'article-restored',
--     'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved',
--     'article-featured', 'article-unfeatured'));
--   DROP TABLE internal.article_preview;

-- The one link of an article that shows it before it is published. Of the token only the hash is kept.
CREATE TABLE internal.article_preview (
  id         text CONSTRAINT article_preview_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  article_id text NOT NULL CONSTRAINT article_preview_article_id_key UNIQUE
               CONSTRAINT article_preview_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  token_hash text NOT NULL CONSTRAINT article_preview_token_hash_key UNIQUE
               CONSTRAINT article_preview_token_hash_check CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz NOT NULL
);
CREATE TRIGGER article_preview_keep_updated_at BEFORE UPDATE ON internal.article_preview
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
  'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
  'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
  'article-published', 'article-unpublished', 'article-removed', 'article-restored',
  'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved',
  'article-featured', 'article-unfeatured', 'article-shared', 'article-unshared'));
