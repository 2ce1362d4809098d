-- Purpose: actors, posts, follows, likes, attachments, tags and recipients; private keys are not here (schema internal)
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE social_recipients, social_tags, social_attachments, social_likes, social_follows, social_statuses, social_actors;
--   DROP TYPE social_visibility;
--   DROP TYPE social_follow_status;

CREATE TYPE social_follow_status AS ENUM ('pending', 'accepted', 'rejected');
CREATE TYPE social_visibility AS ENUM ('public', 'quiet', 'local', 'followers', 'direct');

-- Local (profile_id set) and remote actors.
CREATE TABLE social_actors (
  id                          text PRIMARY KEY DEFAULT pana_id(),
  created_at                  timestamptz NOT NULL DEFAULT now(),
  updated_at                  timestamptz NOT NULL DEFAULT now(),
  version                     int NOT NULL DEFAULT 0,
  username                    text NOT NULL CONSTRAINT social_actors_username_check CHECK (length(username) BETWEEN 1 AND 128),
  domain                      text NOT NULL CONSTRAINT social_actors_domain_check CHECK (length(domain) BETWEEN 1 AND 253),
  profile_id                  text CONSTRAINT social_actors_profile_id_key UNIQUE
                                CONSTRAINT social_actors_profile_id_fkey REFERENCES profiles (id) ON DELETE SET NULL,
  uri                         text NOT NULL CONSTRAINT social_actors_uri_key UNIQUE,
  type                        text NOT NULL DEFAULT 'Person'
                                CONSTRAINT social_actors_type_check CHECK (type IN ('Person', 'Organization', 'Group', 'Service', 'Application')),
  inbox_url                   text NOT NULL,
  outbox_url                  text NOT NULL,
  followers_url               text NOT NULL,
  following_url               text NOT NULL,
  shared_inbox_url            text,
  public_key                  text NOT NULL,
  name                        text,
  summary                     text,
  icon_url                    text,
  header_url                  text,
  following_count             int NOT NULL DEFAULT 0 CONSTRAINT social_actors_following_count_check CHECK (following_count >= 0),
  followers_count             int NOT NULL DEFAULT 0 CONSTRAINT social_actors_followers_count_check CHECK (followers_count >= 0),
  status_count                int NOT NULL DEFAULT 0 CONSTRAINT social_actors_status_count_check CHECK (status_count >= 0),
  manually_approves_followers boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX social_actors_handle_key ON social_actors (lower(username), lower(domain));
CREATE INDEX social_actors_domain_idx ON social_actors (domain);
CREATE INDEX social_actors_username_trgm_idx ON social_actors USING gin (lower(username) gin_trgm_ops);
CREATE TRIGGER social_actors_keep_version BEFORE UPDATE ON social_actors
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE social_statuses (
  id              text PRIMARY KEY DEFAULT pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  version         int NOT NULL DEFAULT 0,
  uri             text NOT NULL CONSTRAINT social_statuses_uri_key UNIQUE CONSTRAINT social_statuses_uri_check CHECK (uri <> ''),
  actor_id        text NOT NULL CONSTRAINT social_statuses_actor_id_fkey REFERENCES social_actors (id) ON DELETE CASCADE,
  article_id      text CONSTRAINT social_statuses_article_id_fkey REFERENCES articles (id) ON DELETE SET NULL,
  type            text NOT NULL DEFAULT 'Note',
  visibility      social_visibility NOT NULL,
  content         text CONSTRAINT social_statuses_content_check CHECK (length(content) <= 500000),
  source          text CONSTRAINT social_statuses_source_check CHECK (length(source) <= 5000),
  content_warning text CONSTRAINT social_statuses_content_warning_check CHECK (length(content_warning) <= 500),
  language        text CONSTRAINT social_statuses_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  url             text,
  in_reply_to_uri text,
  in_reply_to_id  text CONSTRAINT social_statuses_in_reply_to_id_fkey REFERENCES social_statuses (id) ON DELETE SET NULL,
  recipient_to    jsonb NOT NULL DEFAULT '[]' CONSTRAINT social_statuses_recipient_to_check CHECK (jsonb_typeof(recipient_to) = 'array'),
  recipient_cc    jsonb NOT NULL DEFAULT '[]' CONSTRAINT social_statuses_recipient_cc_check CHECK (jsonb_typeof(recipient_cc) = 'array'),
  published       timestamptz,
  is_draft        boolean NOT NULL DEFAULT false,
  expires_at      timestamptz,
  location        jsonb CONSTRAINT social_statuses_location_check CHECK (jsonb_typeof(location) = 'object'),
  replies_count   int NOT NULL DEFAULT 0 CONSTRAINT social_statuses_replies_count_check CHECK (replies_count >= 0),
  likes_count     int NOT NULL DEFAULT 0 CONSTRAINT social_statuses_likes_count_check CHECK (likes_count >= 0),
  announces_count int NOT NULL DEFAULT 0 CONSTRAINT social_statuses_announces_count_check CHECK (announces_count >= 0),
  CONSTRAINT social_statuses_published_check CHECK (is_draft OR published IS NOT NULL)
);
CREATE INDEX social_statuses_actor_idx ON social_statuses (actor_id, published DESC, id DESC);
CREATE INDEX social_statuses_public_idx ON social_statuses (published DESC, id DESC)
  WHERE visibility = 'public' AND in_reply_to_uri IS NULL AND NOT is_draft;
CREATE INDEX social_statuses_article_id_idx ON social_statuses (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX social_statuses_in_reply_to_uri_idx ON social_statuses (in_reply_to_uri) WHERE in_reply_to_uri IS NOT NULL;
CREATE INDEX social_statuses_in_reply_to_id_idx ON social_statuses (in_reply_to_id, published, id) WHERE in_reply_to_id IS NOT NULL;
CREATE INDEX social_statuses_expires_at_idx ON social_statuses (expires_at) WHERE expires_at IS NOT NULL;
CREATE TRIGGER social_statuses_keep_version BEFORE UPDATE ON social_statuses
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE social_follows (
  id              text PRIMARY KEY DEFAULT pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  actor_id        text NOT NULL CONSTRAINT social_follows_actor_id_fkey REFERENCES social_actors (id) ON DELETE CASCADE,
  target_actor_id text NOT NULL CONSTRAINT social_follows_target_actor_id_fkey REFERENCES social_actors (id) ON DELETE CASCADE,
  uri             text CONSTRAINT social_follows_uri_key UNIQUE,
  status          social_follow_status NOT NULL DEFAULT 'pending',
  accepted_at     timestamptz,
  CONSTRAINT social_follows_pair_key UNIQUE (actor_id, target_actor_id),
  CONSTRAINT social_follows_self_check CHECK (actor_id <> target_actor_id),
  CONSTRAINT social_follows_accepted_check CHECK (status <> 'accepted' OR accepted_at IS NOT NULL)
);
CREATE INDEX social_follows_following_idx ON social_follows (actor_id, status, accepted_at DESC, id DESC);
CREATE INDEX social_follows_followers_idx ON social_follows (target_actor_id, status, accepted_at DESC, id DESC);
CREATE TRIGGER social_follows_keep_updated_at BEFORE UPDATE ON social_follows
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE social_likes (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT social_likes_actor_id_fkey REFERENCES social_actors (id) ON DELETE CASCADE,
  status_id  text NOT NULL CONSTRAINT social_likes_status_id_fkey REFERENCES social_statuses (id) ON DELETE CASCADE,
  uri        text CONSTRAINT social_likes_uri_key UNIQUE,
  CONSTRAINT social_likes_pair_key UNIQUE (actor_id, status_id)
);
CREATE INDEX social_likes_status_id_idx ON social_likes (status_id, created_at DESC, id DESC);
CREATE TRIGGER social_likes_keep_updated_at BEFORE UPDATE ON social_likes
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE social_attachments (
  id          text PRIMARY KEY DEFAULT pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  status_id   text NOT NULL CONSTRAINT social_attachments_status_id_fkey REFERENCES social_statuses (id) ON DELETE CASCADE,
  type        text NOT NULL CONSTRAINT social_attachments_type_check CHECK (type IN ('image', 'audio', 'video')),
  media_type  text NOT NULL,
  url         text NOT NULL,
  preview_url text,
  remote_url  text,
  name        text,
  description text CONSTRAINT social_attachments_description_check CHECK (length(description) <= 1500),
  blurhash    text,
  width       int CONSTRAINT social_attachments_width_check CHECK (width > 0),
  height      int CONSTRAINT social_attachments_height_check CHECK (height > 0),
  peaks       jsonb CONSTRAINT social_attachments_peaks_check CHECK (jsonb_typeof(peaks) = 'array'),
  position    int NOT NULL DEFAULT 0,
  CONSTRAINT social_attachments_position_key UNIQUE (status_id, position)
);
CREATE TRIGGER social_attachments_keep_updated_at BEFORE UPDATE ON social_attachments
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE social_tags (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  status_id  text NOT NULL CONSTRAINT social_tags_status_id_fkey REFERENCES social_statuses (id) ON DELETE CASCADE,
  type       text NOT NULL CONSTRAINT social_tags_type_check CHECK (type IN ('Mention', 'Hashtag', 'Emoji')),
  name       text NOT NULL,
  href       text
);
CREATE INDEX social_tags_status_id_idx ON social_tags (status_id);
CREATE INDEX social_tags_name_idx ON social_tags (type, lower(name));
CREATE INDEX social_tags_href_idx ON social_tags (href) WHERE type = 'Mention';
CREATE TRIGGER social_tags_keep_updated_at BEFORE UPDATE ON social_tags
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One row per addressee: the index behind visibility. The wire form stays in recipient_to and recipient_cc.
CREATE TABLE social_recipients (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  status_id  text NOT NULL CONSTRAINT social_recipients_status_id_fkey REFERENCES social_statuses (id) ON DELETE CASCADE,
  uri        text NOT NULL,
  actor_id   text CONSTRAINT social_recipients_actor_id_fkey REFERENCES social_actors (id) ON DELETE SET NULL,
  field      text NOT NULL CONSTRAINT social_recipients_field_check CHECK (field IN ('to', 'cc')),
  CONSTRAINT social_recipients_addressee_key UNIQUE (status_id, uri, field)
);
CREATE INDEX social_recipients_actor_id_idx ON social_recipients (actor_id, status_id) WHERE actor_id IS NOT NULL;
CREATE INDEX social_recipients_uri_idx ON social_recipients (uri, status_id);
CREATE TRIGGER social_recipients_keep_updated_at BEFORE UPDATE ON social_recipients
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
