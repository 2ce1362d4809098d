-- Purpose: an announcement becomes at most one post, and is as long as a post may be
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Yes
-- Dependencies: 0005_articles
-- Rollback:
--   DROP INDEX article_announcements_waiting_idx;

-- Those that no post was made of yet: asked when an article goes out.
CREATE INDEX article_announcements_waiting_idx ON article_announcements (article_id) WHERE status_id IS NULL;
