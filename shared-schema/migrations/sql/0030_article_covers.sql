-- Purpose: which articles, and which of their revisions, show an uploaded picture is asked before its files are removed
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Yes
-- Dependencies: 0023_article_revisions
-- Rollback:
--   DROP INDEX internal.article_revision_cover_idx;
--   DROP INDEX articles_cover_image_idx;

CREATE INDEX articles_cover_image_idx ON articles (cover_image) WHERE cover_image LIKE '/media/%';
CREATE INDEX article_revision_cover_idx ON internal.article_revision ((wording ->> 'coverImage'))
  WHERE wording ->> 'coverImage' LIKE '/media/%';
