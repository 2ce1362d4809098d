-- Purpose: sounds as Safari and telephones record them
-- Ticket: N/A (a home for local panas)
-- Reversible: Partial
-- Dependencies: 0066_recordings_of_browsers
-- Rollback:
--   ALTER TABLE internal.social_upload DROP CONSTRAINT social_upload_media_type_check;
--   DELETE FROM internal.social_upload WHERE media_type = 'audio/mp4';
--   ALTER TABLE internal.social_upload ADD CONSTRAINT social_upload_media_type_check
--     CHECK (media_type IN ('image/jpeg', 'audio/ogg', 'audio/wav', 'audio/webm', 'video/webm'));

ALTER TABLE internal.social_upload DROP CONSTRAINT social_upload_media_type_check;
ALTER TABLE internal.social_upload ADD CONSTRAINT social_upload_media_type_check
  CHECK (media_type IN ('image/jpeg', 'audio/ogg', 'audio/wav', 'audio/webm', 'audio/mp4', 'video/webm'));
