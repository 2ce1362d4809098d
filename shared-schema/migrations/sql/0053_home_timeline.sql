-- Purpose: the newest posts of each of five hundred people are found without reading the others
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0006_social
-- Rollback:
--   DROP INDEX social_statuses_said_idx;

-- Whatever can stand in a home timeline, and all that decides it: the statement reads the index alone.
CREATE INDEX social_statuses_said_idx ON social_statuses (actor_id, published DESC, id DESC)
  WHERE in_reply_to_id IS NULL AND in_reply_to_uri IS NULL AND visibility <> 'direct' AND NOT is_draft;
