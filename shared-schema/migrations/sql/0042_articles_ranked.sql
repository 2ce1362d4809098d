-- Purpose: articles are ranked by title and excerpt, which lie in the row, and tags are counted without reading the articles
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Yes
-- Dependencies: 0025_articles_found
-- Rollback:
--   DROP INDEX articles_tags_used_idx;
--   ALTER TABLE articles DROP COLUMN headwords;

ALTER TABLE articles ADD COLUMN headwords tsvector GENERATED ALWAYS AS (
  setweight(internal.words(title), 'A') || setweight(internal.words(coalesce(excerpt, '')), 'B')) STORED;
CREATE INDEX articles_headwords_idx ON articles USING gin (headwords) WHERE status = 'published';

-- Tags are counted from this alone.
CREATE INDEX articles_tags_used_idx ON articles (tags, published_at) WHERE status = 'published';
