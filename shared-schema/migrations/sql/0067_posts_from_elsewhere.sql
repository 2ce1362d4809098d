-- Purpose: posts of other servers are read beside ours; the timelines of what is said here do not have to look past them
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0057_federation
-- Rollback:
--   DROP INDEX social_statuses_public_idx, social_statuses_local_idx;
--   ALTER TABLE social_statuses DROP COLUMN is_remote;
--   CREATE INDEX social_statuses_public_idx ON social_statuses (published DESC, id DESC)
--     WHERE visibility = 'public' AND in_reply_to_uri IS NULL AND NOT is_draft;
--   CREATE INDEX social_statuses_local_idx ON social_statuses (published DESC, id DESC)
--     WHERE visibility IN ('public', 'local') AND in_reply_to_uri IS NULL AND NOT is_draft;

-- Whether an actor of another server said it.
ALTER TABLE social_statuses ADD COLUMN is_remote boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT social_statuses_is_remote_check CHECK (NOT (is_remote AND visibility = 'local'));
UPDATE social_statuses s SET is_remote = true
  FROM social_actors a WHERE a.id = s.actor_id AND a.profile_id IS NULL AND a.fetched_at IS NOT NULL;

DROP INDEX social_statuses_public_idx, social_statuses_local_idx;
CREATE INDEX social_statuses_public_idx ON social_statuses (published DESC, id DESC)
  WHERE visibility = 'public' AND in_reply_to_uri IS NULL AND NOT is_draft AND NOT is_remote;
CREATE INDEX social_statuses_local_idx ON social_statuses (published DESC, id DESC)
  WHERE visibility IN ('public', 'local') AND in_reply_to_uri IS NULL AND NOT is_draft AND NOT is_remote;
