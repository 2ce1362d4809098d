-- Purpose: reports are settled in one place, and it stands with them who settled them
-- Ticket: N/A (ops-service: moderation inbox)
-- Reversible: Yes
-- Rollback:
--   DROP INDEX internal.article_report_settled_by_idx;
--   ALTER TABLE internal.article_report DROP COLUMN settled_by;

-- Which moderator; NULL once they have left.
ALTER TABLE internal.article_report
  ADD COLUMN settled_by text,
  ADD CONSTRAINT article_report_settled_by_check CHECK (settled_by IS NULL OR settled_at IS NOT NULL);
CREATE INDEX article_report_settled_by_idx ON internal.article_report (settled_by) WHERE settled_by IS NOT NULL;
