-- Purpose: pictures, sounds and films in posts: whose uploads they are, until when, and what is known of them
-- Ticket: N/A (social life)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.social_upload;
--   ALTER TABLE social_attachments DROP COLUMN focal_x, DROP COLUMN focal_y, DROP COLUMN duration_ms,
--     DROP CONSTRAINT social_attachments_peaks_length_check;

ALTER TABLE social_attachments
  -- What matters in a picture, from its middle: to the right and upwards (-1 to 1).
  ADD COLUMN focal_x numeric(4, 3) CONSTRAINT social_attachments_focal_x_check CHECK (focal_x BETWEEN -1 AND 1),
  ADD COLUMN focal_y numeric(4, 3) CONSTRAINT social_attachments_focal_y_check CHECK (focal_y BETWEEN -1 AND 1),
  ADD COLUMN duration_ms int CONSTRAINT social_attachments_duration_ms_check CHECK (duration_ms > 0),
  ADD CONSTRAINT social_attachments_peaks_length_check CHECK (jsonb_array_length(peaks) <= 100);

-- A file that somebody has uploaded. The row comes before its files and leaves after them, so that no file is without a row:
-- whatever it belonged to may go first.
CREATE TABLE internal.social_upload (
  id          text CONSTRAINT social_upload_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  actor_id    text CONSTRAINT social_upload_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE SET NULL,
  -- The post that shows it; it was in one, and may go, once this is empty again.
  status_id   text CONSTRAINT social_upload_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE SET NULL,
  attached_at timestamptz,
  state       text NOT NULL DEFAULT 'storing' CONSTRAINT social_upload_state_check CHECK (state IN ('storing', 'stored', 'removing')),
  type        text NOT NULL CONSTRAINT social_upload_type_check CHECK (type IN ('image', 'audio', 'video')),
  media_type  text NOT NULL CONSTRAINT social_upload_media_type_check
                CHECK (media_type IN ('image/jpeg', 'audio/ogg', 'audio/wav', 'video/webm')),
  bytes       int NOT NULL CONSTRAINT social_upload_bytes_check CHECK (bytes BETWEEN 1 AND 10485760),
  width       int CONSTRAINT social_upload_width_check CHECK (width > 0),
  height      int CONSTRAINT social_upload_height_check CHECK (height > 0),
  blurhash    text CONSTRAINT social_upload_blurhash_check CHECK (length(blurhash) BETWEEN 6 AND 100),
  duration_ms int CONSTRAINT social_upload_duration_ms_check CHECK (duration_ms > 0),
  peaks       jsonb CONSTRAINT social_upload_peaks_check CHECK (jsonb_typeof(peaks) = 'array' AND jsonb_array_length(peaks) <= 100),
  CONSTRAINT social_upload_attached_check CHECK (status_id IS NULL OR attached_at IS NOT NULL)
);
CREATE INDEX social_upload_actor_id_idx ON internal.social_upload (actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX social_upload_status_id_idx ON internal.social_upload (status_id) WHERE status_id IS NOT NULL;
CREATE INDEX social_upload_loose_idx ON internal.social_upload (id) WHERE status_id IS NULL;
CREATE TRIGGER social_upload_keep_updated_at BEFORE UPDATE ON internal.social_upload
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
