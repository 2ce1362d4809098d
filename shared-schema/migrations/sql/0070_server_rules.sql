-- Purpose: rules for whole servers, people who move between servers, and reports that come from other servers
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0055_social_reports, 0057_federation
-- Rollback:
--   DROP TABLE internal.server_rule;
--   DROP INDEX social_actors_elsewhere_idx;
--   ALTER TABLE social_actors DROP COLUMN decided_standing, DROP COLUMN also_known_as, DROP COLUMN moved_to;
--   DELETE FROM internal.social_report WHERE origin IS NOT NULL;
--   ALTER TABLE internal.social_report DROP COLUMN origin;
--   DROP INDEX internal.delivery_dead_host_idx; ALTER TABLE internal.peer DROP COLUMN answered_at, DROP COLUMN failing_since;

-- What moderators have decided on a server and what lies below its name; the domain '*' stands for whatever no rule is about.
CREATE TABLE internal.server_rule (
  domain       text CONSTRAINT server_rule_pkey PRIMARY KEY
                 CONSTRAINT server_rule_domain_check CHECK (domain = lower(domain) AND length(domain) BETWEEN 1 AND 260),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  -- Silenced: its people are heard by their followers. Suspended: nothing comes from there or goes there.
  severity     text NOT NULL CONSTRAINT server_rule_severity_check CHECK (severity IN ('noop', 'silence', 'suspend')),
  reject_media boolean NOT NULL DEFAULT false,
  reason       text CONSTRAINT server_rule_reason_check CHECK (length(btrim(reason)) BETWEEN 1 AND 1000)
);
CREATE TRIGGER server_rule_keep_updated_at BEFORE UPDATE ON internal.server_rule
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What moderators have decided on this actor; its standing is that or what its server's rule makes of it, whichever is harder.
ALTER TABLE social_actors ADD COLUMN decided_standing text NOT NULL DEFAULT 'good'
    CONSTRAINT social_actors_decided_standing_check CHECK (decided_standing IN ('good', 'limited', 'suspended')),
  -- The ids under which somebody says to be known, too, and the one under which they go on.
  ADD COLUMN also_known_as jsonb NOT NULL DEFAULT '[]'
    CONSTRAINT social_actors_also_known_as_check CHECK (jsonb_typeof(also_known_as) = 'array' AND length(also_known_as::text) <= 50000),
  ADD COLUMN moved_to text CONSTRAINT social_actors_moved_to_check CHECK (length(moved_to) BETWEEN 1 AND 2000);
UPDATE social_actors SET decided_standing = standing WHERE standing <> 'good';
CREATE INDEX social_actors_elsewhere_idx ON social_actors (lower(domain)) WHERE profile_id IS NULL;

-- Who reported it from elsewhere: an actor's id, often that of a whole server.
ALTER TABLE internal.social_report ADD COLUMN origin text
    CONSTRAINT social_report_origin_check CHECK (
      origin IS NULL OR (length(origin) BETWEEN 1 AND 2000 AND reporter_id IS NULL));
CREATE UNIQUE INDEX social_report_actor_origin_key ON internal.social_report (actor_id, origin)
  WHERE about = 'actor' AND origin IS NOT NULL AND settled_at IS NULL;
CREATE UNIQUE INDEX social_report_status_origin_key ON internal.social_report (status_id, origin)
  WHERE status_id IS NOT NULL AND origin IS NOT NULL AND settled_at IS NULL;

-- What cannot be sent to a server, so that it can be tried again; when a server took something last, and since when it does not.
CREATE INDEX delivery_dead_host_idx ON internal.delivery (host, id) WHERE state = 'dead';
ALTER TABLE internal.peer ADD COLUMN answered_at timestamptz, ADD COLUMN failing_since timestamptz;
