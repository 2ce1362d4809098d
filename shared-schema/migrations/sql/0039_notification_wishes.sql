-- Purpose: people say what they want to be told, where and when; and can see why they were told something, or were not
-- Ticket: N/A (every event reaches its person)
-- Reversible: Partial
-- Dependencies: 0038_unread_counts
-- Rollback:
--   DROP TABLE internal.notification_delivery, internal.notification_mute, internal.notification_setting,
--              internal.notification_preference;

-- What somebody said about a category on a channel; where they said nothing, it is wanted.
CREATE TABLE internal.notification_preference (
  user_id    text NOT NULL CONSTRAINT notification_preference_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  category   text NOT NULL CONSTRAINT notification_preference_category_check CHECK (category ~ '^[a-zA-Z]{1,40}$'),
  channel    text NOT NULL CONSTRAINT notification_preference_channel_check CHECK (channel IN ('inApp', 'email')),
  wanted     boolean NOT NULL,
  CONSTRAINT notification_preference_pkey PRIMARY KEY (user_id, category, channel)
);
CREATE TRIGGER notification_preference_keep_updated_at BEFORE UPDATE ON internal.notification_preference
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

INSERT INTO internal.notification_preference (user_id, category, channel, wanted)
SELECT u.id, said.key, 'email', CAST(said.value AS boolean)
  FROM users u, jsonb_each_text(u.notification_preferences) AS said
 WHERE said.value IN ('true', 'false')
   AND said.key IN ('coauthorInvites', 'reviewRequests', 'articlePublished', 'articleReplies', 'revisionNeeded',
                    'mentoringRequests', 'systemAnnouncements');

-- One for everything: when mail comes, when nothing comes, who sees one's followers, whether one may be put on lists.
CREATE TABLE internal.notification_setting (
  user_id      text CONSTRAINT notification_setting_pkey PRIMARY KEY
                 CONSTRAINT notification_setting_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  digest       text NOT NULL DEFAULT 'immediate' CONSTRAINT notification_setting_digest_check
                 CHECK (digest IN ('off', 'immediate', 'hourly', 'daily', 'weekly')),
  digest_hour  int NOT NULL DEFAULT 8 CONSTRAINT notification_setting_digest_hour_check CHECK (digest_hour BETWEEN 0 AND 23),
  -- As in ISO 8601: Monday is 1.
  digest_day   int NOT NULL DEFAULT 1 CONSTRAINT notification_setting_digest_day_check CHECK (digest_day BETWEEN 1 AND 7),
  zone         text NOT NULL DEFAULT 'America/New_York' CONSTRAINT notification_setting_zone_check CHECK (length(zone) BETWEEN 1 AND 64),
  quiet_from   time,
  quiet_until  time,
  paused_until timestamptz,
  followers    text NOT NULL DEFAULT 'everybody' CONSTRAINT notification_setting_followers_check
                 CHECK (followers IN ('everybody', 'members', 'nobody')),
  listable     boolean NOT NULL DEFAULT true,
  CONSTRAINT notification_setting_quiet_check CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until)
);
CREATE TRIGGER notification_setting_keep_updated_at BEFORE UPDATE ON internal.notification_setting
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Whom, or about what, somebody wants to hear nothing.
CREATE TABLE internal.notification_mute (
  id         text CONSTRAINT notification_mute_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  user_id    text NOT NULL CONSTRAINT notification_mute_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  person_id  text CONSTRAINT notification_mute_person_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  -- The id of what it is about: an article, a session.
  thread     text CONSTRAINT notification_mute_thread_check CHECK (length(thread) BETWEEN 1 AND 64),
  CONSTRAINT notification_mute_subject_check CHECK (num_nonnulls(person_id, thread) = 1),
  CONSTRAINT notification_mute_self_check CHECK (user_id <> person_id),
  CONSTRAINT notification_mute_person_key UNIQUE (user_id, person_id),
  CONSTRAINT notification_mute_thread_key UNIQUE (user_id, thread)
);
CREATE INDEX notification_mute_person_id_idx ON internal.notification_mute (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER notification_mute_keep_updated_at BEFORE UPDATE ON internal.notification_mute
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What became of an event on its way to a person by a channel; that it stands in their inbox, the notification itself says.
CREATE TABLE internal.notification_delivery (
  id              text CONSTRAINT notification_delivery_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  user_id         text NOT NULL CONSTRAINT notification_delivery_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  notification_id text CONSTRAINT notification_delivery_notification_id_fkey REFERENCES public.notifications (id) ON DELETE SET NULL,
  -- The notification's dedupe_key, also where there is no notification.
  event_key       text NOT NULL,
  category        text NOT NULL CONSTRAINT notification_delivery_category_check CHECK (category ~ '^[a-zA-Z]{1,40}$'),
  kind            text NOT NULL CONSTRAINT notification_delivery_kind_check CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  channel         text NOT NULL CONSTRAINT notification_delivery_channel_check CHECK (channel IN ('inApp', 'email')),
  state           text NOT NULL CONSTRAINT notification_delivery_state_check
                    CHECK (state IN ('queued', 'sent', 'skipped', 'withheld')),
  reason          text CONSTRAINT notification_delivery_reason_check CHECK (reason IN (
                    'not-wanted', 'paused', 'person-muted', 'thread-muted', 'person-locked', 'account-locked', 'digest-off',
                    'read', 'gone', 'no-address')),
  due_at          timestamptz,
  CONSTRAINT notification_delivery_event_key UNIQUE (event_key, channel),
  CONSTRAINT notification_delivery_reasoned_check CHECK ((state IN ('skipped', 'withheld')) = (reason IS NOT NULL)),
  CONSTRAINT notification_delivery_due_check CHECK (state <> 'queued' OR due_at IS NOT NULL)
);
CREATE INDEX notification_delivery_due_idx ON internal.notification_delivery (due_at) WHERE state = 'queued';
CREATE INDEX notification_delivery_queue_idx ON internal.notification_delivery (user_id, due_at) WHERE state = 'queued';
CREATE INDEX notification_delivery_user_idx ON internal.notification_delivery (user_id, created_at DESC, id DESC);
CREATE INDEX notification_delivery_notification_id_idx ON internal.notification_delivery (notification_id)
  WHERE notification_id IS NOT NULL;
CREATE INDEX notification_delivery_created_at_idx ON internal.notification_delivery (created_at);
CREATE TRIGGER notification_delivery_keep_updated_at BEFORE UPDATE ON internal.notification_delivery
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
