-- Purpose: an article gets another address, and whoever knows the old one still finds it
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0024_scheduled_articles
-- Rollback:
--   DELETE FROM internal.article_history WHERE step = 'article-moved';
--   ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
--   ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
--     'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
--     'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
--     'article-published', 'article-unpublished', 'article-removed', 'article-restored',
--     'article-scheduled', 'article-unscheduled', 'article-schedule-missed'));
--   DROP TABLE internal.article_address;

-- Addresses that articles had before. What an article has now is not among them.
CREATE TABLE internal.article_address (
  id         text CONSTRAINT article_address_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  slug       text NOT NULL CONSTRAINT article_address_slug_key UNIQUE
               CONSTRAINT article_address_slug_check CHECK (slug ~ '^[a-z0-9_-]{1,100}$'),
  article_id text NOT NULL CONSTRAINT article_address_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE
);
CREATE INDEX article_address_article_id_idx ON internal.article_address (article_id);
CREATE TRIGGER article_address_keep_updated_at BEFORE UPDATE ON internal.article_address
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
  'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
  'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
  'article-published', 'article-unpublished', 'article-removed', 'article-restored',
  'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved'));
