-- Purpose: small pictures in posts and names, of this server and of others
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0057_federation
-- Rollback:
--   DELETE FROM social_tags WHERE type = 'Emoji';
--   ALTER TABLE social_actors DROP COLUMN emojis;
--   DROP TABLE internal.custom_emoji;

-- A picture of this server that stands for :shortcode:. The row comes before its file and leaves after it.
CREATE TABLE internal.custom_emoji (
  id         text CONSTRAINT custom_emoji_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  shortcode  text NOT NULL CONSTRAINT custom_emoji_shortcode_check CHECK (shortcode ~ '^[a-z0-9_]{2,30}$'),
  media_type text NOT NULL CONSTRAINT custom_emoji_media_type_check CHECK (media_type IN ('image/png', 'image/gif', 'image/webp')),
  bytes      int NOT NULL CONSTRAINT custom_emoji_bytes_check CHECK (bytes BETWEEN 1 AND 262144),
  -- It is not offered to those who write; who knows its name may use it.
  hidden     boolean NOT NULL DEFAULT false,
  state      text NOT NULL DEFAULT 'storing' CONSTRAINT custom_emoji_state_check CHECK (state IN ('storing', 'stored', 'removing'))
);
CREATE UNIQUE INDEX custom_emoji_shortcode_key ON internal.custom_emoji (shortcode) WHERE state <> 'removing';
CREATE INDEX custom_emoji_leaving_idx ON internal.custom_emoji (id) WHERE state <> 'stored';
CREATE TRIGGER custom_emoji_keep_updated_at BEFORE UPDATE ON internal.custom_emoji
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What stands for :shortcode: in the name of somebody of another server.
ALTER TABLE social_actors ADD COLUMN emojis jsonb NOT NULL DEFAULT '[]'
    CONSTRAINT social_actors_emojis_check CHECK (jsonb_typeof(emojis) = 'array' AND jsonb_array_length(emojis) <= 50);
