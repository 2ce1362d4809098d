-- Purpose: who uploaded which picture, where addresses are, and how far an import of profiles has come
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   ALTER TABLE profiles DROP CONSTRAINT profiles_linked_profiles_length_check;
--   DROP INDEX profiles_images_idx;
--   DROP TABLE internal.profile_import, internal.geocode, internal.media;

CREATE TABLE internal.media (
  id         text CONSTRAINT media_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- Whose folder the files are in, and who answers whether they are still referred to.
  service    text NOT NULL CONSTRAINT media_service_check CHECK (service ~ '^[a-z]+$'),
  -- No foreign key: the row stays until its files are gone, also when the person is gone first.
  owner_id   text NOT NULL,
  -- Of the owner's id and the bytes that were uploaded: the files' name. One person's files are never another's.
  sha256     text NOT NULL CONSTRAINT media_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- What was uploaded; what is kept is always a JPEG.
  type       text NOT NULL CONSTRAINT media_type_check CHECK (type IN ('jpeg', 'png', 'webp')),
  width      int NOT NULL CONSTRAINT media_width_check CHECK (width BETWEEN 1 AND 8000),
  height     int NOT NULL CONSTRAINT media_height_check CHECK (height BETWEEN 1 AND 8000),
  bytes      int NOT NULL CONSTRAINT media_bytes_check CHECK (bytes BETWEEN 1 AND 5242880),
  -- The row comes before its files and leaves after them, so that no file is without a row.
  state      text NOT NULL DEFAULT 'storing' CONSTRAINT media_state_check CHECK (state IN ('storing', 'stored', 'removing')),
  -- When it was uploaded, referred to or found in use for the last time; let go of: long ago.
  touched_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT media_service_file_key UNIQUE (service, sha256)
);
CREATE INDEX media_sweep_idx ON internal.media (service, touched_at);
CREATE INDEX media_owner_id_idx ON internal.media (owner_id, service);
CREATE TRIGGER media_keep_updated_at BEFORE UPDATE ON internal.media
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What a geocoder answered. The question is an address, hence hashed; without coordinates: it knows no such place.
CREATE TABLE internal.geocode (
  question   text CONSTRAINT geocode_pkey PRIMARY KEY CONSTRAINT geocode_question_check CHECK (question ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  lat        numeric(10, 7) CONSTRAINT geocode_lat_check CHECK (lat BETWEEN -90 AND 90),
  lng        numeric(10, 7) CONSTRAINT geocode_lng_check CHECK (lng BETWEEN -180 AND 180),
  expires_at timestamptz NOT NULL,
  CONSTRAINT geocode_coordinates_check CHECK ((lat IS NULL) = (lng IS NULL))
);
CREATE INDEX geocode_expires_at_idx ON internal.geocode (expires_at);
CREATE TRIGGER geocode_keep_updated_at BEFORE UPDATE ON internal.geocode
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.profile_import (
  -- Chosen by whoever imports, so that the same upload can be sent again.
  id         text CONSTRAINT profile_import_pkey PRIMARY KEY
               CONSTRAINT profile_import_id_check CHECK (id ~ '^[A-Za-z0-9_-]{1,64}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- No foreign key: who did it is still told when they are gone.
  started_by text NOT NULL,
  state      text NOT NULL DEFAULT 'running' CONSTRAINT profile_import_state_check CHECK (state IN ('running', 'finished')),
  -- Up to where it has come, and the hash of everything up to there: a continuation must be of the same file.
  records    int NOT NULL DEFAULT 0,
  digest     text NOT NULL DEFAULT '' CONSTRAINT profile_import_digest_check CHECK (digest ~ '^([0-9a-f]{64})?$'),
  created    int NOT NULL DEFAULT 0 CONSTRAINT profile_import_created_check CHECK (created BETWEEN 0 AND records),
  -- The first of the records that were passed over, with line, path and reason.
  problems   jsonb NOT NULL DEFAULT '[]'
               CONSTRAINT profile_import_problems_check CHECK (jsonb_typeof(problems) = 'array' AND jsonb_array_length(problems) <= 1000)
);
CREATE TRIGGER profile_import_keep_updated_at BEFORE UPDATE ON internal.profile_import
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- Which profiles show a picture: asked before its files are removed.
CREATE INDEX profiles_images_idx ON profiles USING gin (jsonb_path_query_array(images, '$.*.file'));

-- Twenty links in each of three states.
ALTER TABLE profiles ADD CONSTRAINT profiles_linked_profiles_length_check CHECK (jsonb_array_length(linked_profiles) <= 60);
