-- Purpose: posts that wait: for their author to go on, or for the time at which they are to be said
-- Ticket: N/A (social life)
-- Reversible: Yes
-- Rollback:
--   ALTER TABLE internal.social_upload DROP COLUMN draft_id;
--   CREATE INDEX social_upload_loose_idx ON internal.social_upload (id) WHERE status_id IS NULL;
--   DROP TABLE internal.post_draft;

CREATE TABLE internal.post_draft (
  id         text CONSTRAINT post_draft_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version    int NOT NULL DEFAULT 0,
  actor_id   text NOT NULL CONSTRAINT post_draft_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  -- As it will be posted; it is looked at then as if it came at that moment.
  body       jsonb NOT NULL CONSTRAINT post_draft_body_check CHECK (jsonb_typeof(body) = 'object' AND length(body::text) <= 60000),
  publish_at timestamptz,
  zone       text CONSTRAINT post_draft_zone_check CHECK (length(zone) BETWEEN 1 AND 64),
  -- Why it could not be posted when its time came.
  refusal    text CONSTRAINT post_draft_refusal_check CHECK (length(refusal) BETWEEN 1 AND 100),
  CONSTRAINT post_draft_schedule_check CHECK (publish_at IS NULL OR zone IS NOT NULL AND refusal IS NULL)
);
CREATE INDEX post_draft_actor_id_idx ON internal.post_draft (actor_id, id DESC);
CREATE INDEX post_draft_due_idx ON internal.post_draft (publish_at, id) WHERE publish_at IS NOT NULL;
CREATE TRIGGER post_draft_keep_version BEFORE UPDATE ON internal.post_draft
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

-- An upload may wait with a draft as long as that waits.
ALTER TABLE internal.social_upload ADD COLUMN draft_id text
  CONSTRAINT social_upload_draft_id_fkey REFERENCES internal.post_draft (id) ON DELETE SET NULL;
CREATE INDEX social_upload_draft_id_idx ON internal.social_upload (draft_id) WHERE draft_id IS NOT NULL;
DROP INDEX internal.social_upload_loose_idx;
CREATE INDEX social_upload_loose_idx ON internal.social_upload (id) WHERE status_id IS NULL AND draft_id IS NULL;
