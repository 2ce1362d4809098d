-- Purpose: an article goes out at a time that its author chose
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0005_articles, 0022_article_history
-- Rollback:
--   DELETE FROM internal.article_history WHERE step IN ('article-scheduled', 'article-unscheduled', 'article-schedule-missed');
--   ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
--   ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
--     'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
--     'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
--     'article-published', 'article-unpublished', 'article-removed', 'article-restored'));
--   DROP INDEX articles_publish_at_idx;
--   ALTER TABLE articles DROP COLUMN publish_zone, DROP COLUMN publish_at;

ALTER TABLE articles
  ADD COLUMN publish_at timestamptz,
  -- The time zone in which its author chose the time, to show it again.
  ADD COLUMN publish_zone text CONSTRAINT articles_publish_zone_check CHECK (length(publish_zone) BETWEEN 1 AND 64),
  ADD CONSTRAINT articles_schedule_check CHECK (
    (publish_at IS NULL) = (publish_zone IS NULL) AND (publish_at IS NULL OR status NOT IN ('published', 'removed')));
CREATE INDEX articles_publish_at_idx ON articles (publish_at) WHERE publish_at IS NOT NULL;

ALTER TABLE internal.article_history DROP CONSTRAINT article_history_step_check;
ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
  'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
  'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
  'article-published', 'article-unpublished', 'article-removed', 'article-restored',
  'article-scheduled', 'article-unscheduled', 'article-schedule-missed'));
