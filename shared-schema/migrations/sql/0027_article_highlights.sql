-- Purpose: moderators feature articles, authors pin one of theirs, and tags are counted
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0026_article_addresses
-- Rollback:
--   DROP INDEX articles_published_idx;
--   CREATE INDEX articles_published_idx ON articles (published_at DESC, id DESC) WHERE status = 'published';
--   DELETE FROM internal.article_history WHERE step IN ('article-featured', 'article-unfeatured');
--   ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
--   ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
--     'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
--     'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
--     'article-published', 'article-unpublished', 'article-removed', 'article-restored',
--     'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved'));
--   DROP TABLE internal.pinned_article, internal.featured_article;

-- Beside the articles, so that nothing that an author or a feed reader compares changes by it.
CREATE TABLE internal.featured_article (
  id         text CONSTRAINT featured_article_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  article_id text NOT NULL CONSTRAINT featured_article_article_id_key UNIQUE
               CONSTRAINT featured_article_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE
);
CREATE TRIGGER featured_article_keep_updated_at BEFORE UPDATE ON internal.featured_article
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One per person; it shows only while they stand under it.
CREATE TABLE internal.pinned_article (
  id         text CONSTRAINT pinned_article_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  person_id  text NOT NULL CONSTRAINT pinned_article_person_id_key UNIQUE
               CONSTRAINT pinned_article_person_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  article_id text NOT NULL CONSTRAINT pinned_article_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE
);
CREATE INDEX pinned_article_article_id_idx ON internal.pinned_article (article_id);
CREATE TRIGGER pinned_article_keep_updated_at BEFORE UPDATE ON internal.pinned_article
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
  'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
  'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
  'article-published', 'article-unpublished', 'article-removed', 'article-restored',
  'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved',
  'article-featured', 'article-unfeatured'));

-- With all that counting tags reads.
DROP INDEX articles_published_idx;
CREATE INDEX articles_published_idx ON articles (published_at DESC, id DESC) INCLUDE (tags) WHERE status = 'published';
