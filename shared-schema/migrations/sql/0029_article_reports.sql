-- Purpose: readers report an article; a review that nobody answers is reminded of, or decided by a moderator
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0028_article_previews
-- Rollback:
--   DELETE FROM internal.article_history WHERE step IN ('review-reminded', 'review-overridden');
--   ALTER TABLE internal.article_history
--     DROP CONSTRAINT article_history_step_check,
--     DROP CONSTRAINT article_history_reasoned_check,
--     ADD CONSTRAINT article_history_reasoned_check CHECK ((reason IS NOT NULL) = (step = 'article-removed'));
--   ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
--     'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
--     'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
--     'article-published', 'article-unpublished', 'article-removed', 'article-restored',
--     'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved',
--     'article-featured', 'article-unfeatured', 'article-shared', 'article-unshared'));
--   DROP TABLE internal.article_report;

-- One per reader and article, whatever becomes of it.
CREATE TABLE internal.article_report (
  id          text CONSTRAINT article_report_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  article_id  text NOT NULL CONSTRAINT article_report_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  -- NULL once they have left.
  reporter_id text,
  reason      text NOT NULL CONSTRAINT article_report_reason_check CHECK (reason IN (
                'spam', 'harassment', 'falsehood', 'rights', 'other')),
  note        text CONSTRAINT article_report_note_check CHECK (length(btrim(note)) BETWEEN 1 AND 1000),
  outcome     text CONSTRAINT article_report_outcome_check CHECK (outcome IN ('upheld', 'dismissed')),
  settled_at  timestamptz,
  CONSTRAINT article_report_article_reporter_key UNIQUE (article_id, reporter_id),
  CONSTRAINT article_report_settled_check CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX article_report_open_idx ON internal.article_report (id) WHERE settled_at IS NULL;
CREATE INDEX article_report_reporter_id_idx ON internal.article_report (reporter_id) WHERE reporter_id IS NOT NULL;
CREATE TRIGGER article_report_keep_updated_at BEFORE UPDATE ON internal.article_report
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

ALTER TABLE internal.article_history
  DROP CONSTRAINT article_history_step_check,
  DROP CONSTRAINT article_history_reasoned_check,
  ADD CONSTRAINT article_history_reasoned_check CHECK (
    (reason IS NOT NULL) = (step IN ('article-removed', 'review-overridden')));
ALTER TABLE internal.article_history ADD CONSTRAINT article_history_step_check CHECK (step IN (
  'coauthor-invited', 'coauthor-withdrawn', 'coauthor-accepted', 'coauthor-declined', 'coauthor-left',
  'review-requested', 'review-cancelled', 'review-approved', 'review-revision-wanted', 'review-outdated',
  'article-published', 'article-unpublished', 'article-removed', 'article-restored',
  'article-scheduled', 'article-unscheduled', 'article-schedule-missed', 'article-moved',
  'article-featured', 'article-unfeatured', 'article-shared', 'article-unshared',
  'review-reminded', 'review-overridden'));
