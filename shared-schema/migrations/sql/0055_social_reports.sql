-- Purpose: people report actors and posts; moderators limit and suspend actors
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0006_social
-- Rollback:
--   DROP TABLE internal.social_report;
--   ALTER TABLE social_actors DROP COLUMN standing;

-- Who is limited is heard by their followers only; who is suspended, by nobody.
ALTER TABLE social_actors ADD COLUMN standing text NOT NULL DEFAULT 'good'
  CONSTRAINT social_actors_standing_check CHECK (standing IN ('good', 'limited', 'suspended'));
CREATE INDEX social_actors_restricted_idx ON social_actors (id) WHERE standing <> 'good';

-- One per person and actor or post, whatever becomes of it.
CREATE TABLE internal.social_report (
  id          text CONSTRAINT social_report_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  about       text NOT NULL CONSTRAINT social_report_about_check CHECK (about IN ('actor', 'post')),
  -- Who is reported, or whose post is.
  actor_id    text NOT NULL CONSTRAINT social_report_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  -- NULL once the post is gone.
  status_id   text CONSTRAINT social_report_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE SET NULL,
  -- What the post said when it was reported, as HTML: a moderator may not see it otherwise, and it may go.
  wording     text CONSTRAINT social_report_wording_check CHECK (length(wording) <= 500000),
  -- NULL once they have left.
  reporter_id text,
  reason      text NOT NULL CONSTRAINT social_report_reason_check CHECK (reason IN (
                'spam', 'harassment', 'falsehood', 'rights', 'other')),
  note        text CONSTRAINT social_report_note_check CHECK (length(btrim(note)) BETWEEN 1 AND 1000),
  outcome     text CONSTRAINT social_report_outcome_check CHECK (outcome IN ('upheld', 'dismissed')),
  settled_at  timestamptz,
  -- Which moderator; NULL once they have left.
  settled_by  text,
  CONSTRAINT social_report_post_check CHECK (about = 'post' OR (status_id IS NULL AND wording IS NULL)),
  CONSTRAINT social_report_settled_check CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CONSTRAINT social_report_settled_by_check CHECK (settled_by IS NULL OR settled_at IS NOT NULL)
);
CREATE UNIQUE INDEX social_report_actor_reporter_key ON internal.social_report (actor_id, reporter_id) WHERE about = 'actor';
CREATE UNIQUE INDEX social_report_status_reporter_key ON internal.social_report (status_id, reporter_id)
  WHERE status_id IS NOT NULL;
CREATE INDEX social_report_actor_id_idx ON internal.social_report (actor_id);
CREATE INDEX social_report_open_idx ON internal.social_report (id) WHERE settled_at IS NULL;
CREATE INDEX social_report_reporter_id_idx ON internal.social_report (reporter_id) WHERE reporter_id IS NOT NULL;
CREATE INDEX social_report_settled_by_idx ON internal.social_report (settled_by) WHERE settled_by IS NOT NULL;
CREATE INDEX social_report_wording_idx ON internal.social_report (settled_at) WHERE settled_at IS NOT NULL AND wording IS NOT NULL;
CREATE TRIGGER social_report_keep_updated_at BEFORE UPDATE ON internal.social_report
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
