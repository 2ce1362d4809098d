-- Purpose: what many people say and hand on of late, reckoned now and then; hashtags that moderators keep out of it
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0006_social
-- Rollback:
--   DROP TABLE internal.trend_tag, internal.trend_status, internal.hidden_tag;

-- The last reckoning: fifty hashtags and a hundred posts at most. Of other servers all people together count as one each.
CREATE TABLE internal.trend_tag (
  -- Without the hash, in small letters.
  name       text CONSTRAINT trend_tag_pkey PRIMARY KEY
               CONSTRAINT trend_tag_name_check CHECK (name = lower(name) AND length(name) BETWEEN 1 AND 100 AND name !~ '[#\s]'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  people     int NOT NULL CONSTRAINT trend_tag_people_check CHECK (people >= 3),
  posts      int NOT NULL CONSTRAINT trend_tag_posts_check CHECK (posts >= 3)
);
CREATE TRIGGER trend_tag_keep_updated_at BEFORE UPDATE ON internal.trend_tag
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.trend_status (
  status_id  text CONSTRAINT trend_status_pkey PRIMARY KEY
               CONSTRAINT trend_status_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  people     int NOT NULL CONSTRAINT trend_status_people_check CHECK (people >= 3)
);
CREATE TRIGGER trend_status_keep_updated_at BEFORE UPDATE ON internal.trend_status
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Who hid it stands in the trail.
CREATE TABLE internal.hidden_tag (
  name       text CONSTRAINT hidden_tag_pkey PRIMARY KEY
               CONSTRAINT hidden_tag_name_check CHECK (name = lower(name) AND length(name) BETWEEN 1 AND 100 AND name !~ '[#\s]'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER hidden_tag_keep_updated_at BEFORE UPDATE ON internal.hidden_tag
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
