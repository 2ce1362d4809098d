-- Purpose: notifications, follows, lists and the points ledger
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE interactions, user_list_members, user_lists, user_follows, notifications;
--   DROP TYPE list_visibility;
--   DROP TYPE notification_object_type;
--   DROP TYPE notification_context;
--   DROP TYPE notification_activity_type;

CREATE TYPE notification_activity_type AS ENUM
  ('Invite', 'Accept', 'Reject', 'Create', 'Update', 'Delete', 'Announce', 'Like', 'Follow', 'Undo');
CREATE TYPE notification_context AS ENUM
  ('coauthor', 'review', 'article', 'mentoring', 'mention', 'follow', 'message', 'system', 'event');
CREATE TYPE notification_object_type AS ENUM ('article', 'profile', 'session', 'comment', 'event', 'venue');
CREATE TYPE list_visibility AS ENUM ('private', 'unlisted', 'followers', 'public');

CREATE TABLE notifications (
  id                   text PRIMARY KEY DEFAULT pana_id(),
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  type                 notification_activity_type NOT NULL,
  -- Who did it; NULL for the house itself and for a person who is gone.
  actor                text CONSTRAINT notifications_actor_fkey REFERENCES users (id) ON DELETE SET NULL,
  target               text NOT NULL CONSTRAINT notifications_target_fkey REFERENCES users (id) ON DELETE CASCADE,
  object               text,
  context              notification_context NOT NULL,
  actor_screenname     text,
  actor_name           text,
  object_type          notification_object_type,
  object_title         text,
  object_url           text,
  message              text,
  -- What the text is rendered from when it is read, in the reader's language.
  params               jsonb NOT NULL DEFAULT '{}',
  -- One notification per event and person, however often the event is delivered.
  dedupe_key           text NOT NULL DEFAULT pana_id() CONSTRAINT notifications_dedupe_key UNIQUE,
  group_key            text,
  read                 boolean NOT NULL DEFAULT false,
  read_at              timestamptz,
  seen_at              timestamptz,
  archived_at          timestamptz,
  email_sent           boolean NOT NULL DEFAULT false,
  email_sent_at        timestamptz,
  email_preference_key text,
  expires_at           timestamptz,
  CONSTRAINT notifications_read_check CHECK (read OR read_at IS NULL),
  CONSTRAINT notifications_email_check CHECK (email_sent = (email_sent_at IS NOT NULL))
);
CREATE INDEX notifications_target_idx ON notifications (target, created_at DESC, id DESC);
CREATE INDEX notifications_unread_idx ON notifications (target, context, created_at DESC, id DESC)
  WHERE NOT read AND archived_at IS NULL;
CREATE INDEX notifications_actor_idx ON notifications (actor) WHERE actor IS NOT NULL;
CREATE INDEX notifications_expires_at_idx ON notifications (expires_at) WHERE expires_at IS NOT NULL;
CREATE TRIGGER notifications_keep_updated_at BEFORE UPDATE ON notifications
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE user_follows (
  id           text PRIMARY KEY DEFAULT pana_id(),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  follower_id  text NOT NULL CONSTRAINT user_follows_follower_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  following_id text NOT NULL CONSTRAINT user_follows_following_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  notify       boolean NOT NULL DEFAULT true,
  CONSTRAINT user_follows_pair_key UNIQUE (follower_id, following_id),
  CONSTRAINT user_follows_self_check CHECK (follower_id <> following_id)
);
CREATE INDEX user_follows_following_idx ON user_follows (follower_id, created_at DESC, id DESC);
CREATE INDEX user_follows_followers_idx ON user_follows (following_id, created_at DESC, id DESC);
CREATE TRIGGER user_follows_keep_updated_at BEFORE UPDATE ON user_follows
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE user_lists (
  id           text PRIMARY KEY DEFAULT pana_id(),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  version      int NOT NULL DEFAULT 0,
  owner_id     text NOT NULL CONSTRAINT user_lists_owner_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  name         text NOT NULL CONSTRAINT user_lists_name_check CHECK (length(btrim(name)) BETWEEN 1 AND 100),
  description  text CONSTRAINT user_lists_description_check CHECK (length(description) <= 500),
  visibility   list_visibility NOT NULL DEFAULT 'private',
  -- The reference system's flag, kept in step by the database.
  is_public    boolean GENERATED ALWAYS AS (visibility = 'public') STORED,
  slug         text CONSTRAINT user_lists_slug_check CHECK (slug ~ '^[a-z0-9-]{1,100}$'),
  cover_image  text CONSTRAINT user_lists_cover_image_check CHECK (length(cover_image) <= 2048),
  member_count int NOT NULL DEFAULT 0 CONSTRAINT user_lists_member_count_check CHECK (member_count BETWEEN 0 AND 500),
  CONSTRAINT user_lists_slug_key UNIQUE (owner_id, slug)
);
CREATE UNIQUE INDEX user_lists_name_key ON user_lists (owner_id, lower(name));
CREATE INDEX user_lists_owner_idx ON user_lists (owner_id, created_at DESC, id DESC);
CREATE INDEX user_lists_public_idx ON user_lists (updated_at DESC, id DESC) WHERE visibility = 'public';
CREATE TRIGGER user_lists_keep_version BEFORE UPDATE ON user_lists
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE user_list_members (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  list_id    text NOT NULL CONSTRAINT user_list_members_list_id_fkey REFERENCES user_lists (id) ON DELETE CASCADE,
  user_id    text CONSTRAINT user_list_members_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  profile_id text CONSTRAINT user_list_members_profile_id_fkey REFERENCES profiles (id) ON DELETE CASCADE,
  article_id text CONSTRAINT user_list_members_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
  added_at   timestamptz NOT NULL DEFAULT now(),
  added_by   text CONSTRAINT user_list_members_added_by_fkey REFERENCES users (id) ON DELETE SET NULL,
  note       text CONSTRAINT user_list_members_note_check CHECK (length(note) <= 280),
  position   int NOT NULL DEFAULT 0,
  CONSTRAINT user_list_members_target_check CHECK (num_nonnulls(user_id, profile_id, article_id) = 1),
  CONSTRAINT user_list_members_user_key UNIQUE (list_id, user_id),
  CONSTRAINT user_list_members_profile_key UNIQUE (list_id, profile_id),
  CONSTRAINT user_list_members_article_key UNIQUE (list_id, article_id)
);
CREATE INDEX user_list_members_order_idx ON user_list_members (list_id, position, added_at, id);
CREATE INDEX user_list_members_user_id_idx ON user_list_members (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX user_list_members_profile_id_idx ON user_list_members (profile_id) WHERE profile_id IS NOT NULL;
CREATE INDEX user_list_members_article_id_idx ON user_list_members (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX user_list_members_added_by_idx ON user_list_members (added_by) WHERE added_by IS NOT NULL;
CREATE TRIGGER user_list_members_keep_updated_at BEFORE UPDATE ON user_list_members
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The points ledger: rows are added and reversed, never edited.
CREATE TABLE interactions (
  id          text PRIMARY KEY DEFAULT pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  user_id     text CONSTRAINT interactions_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  -- For rows of the reference system, which knew people by address only.
  email       text,
  action      text NOT NULL CONSTRAINT interactions_action_check CHECK (action ~ '^[a-z_]{1,60}$'),
  affiliate   text CONSTRAINT interactions_affiliate_check CHECK (length(affiliate) <= 40),
  points      int NOT NULL DEFAULT 0,
  source_type text,
  source_id   text,
  reversal_of text CONSTRAINT interactions_reversal_of_key UNIQUE
                CONSTRAINT interactions_reversal_of_fkey REFERENCES interactions (id) ON DELETE CASCADE,
  metadata    jsonb CONSTRAINT interactions_metadata_check CHECK (pg_column_size(metadata) <= 4096),
  CONSTRAINT interactions_person_check CHECK (user_id IS NOT NULL OR email IS NOT NULL OR affiliate IS NOT NULL),
  CONSTRAINT interactions_source_key UNIQUE (action, source_type, source_id)
);
CREATE INDEX interactions_user_idx ON interactions (user_id, created_at DESC, id DESC);
CREATE INDEX interactions_email_idx ON interactions (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX interactions_affiliate_idx ON interactions (affiliate, action, created_at) WHERE affiliate IS NOT NULL;
CREATE TRIGGER interactions_keep_updated_at BEFORE UPDATE ON interactions
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
