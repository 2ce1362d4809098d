-- Purpose: profiles, the directory's one table, with its review states and its search
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE profiles;
--   DROP TYPE profile_status;
--   DROP TYPE membership_level;

CREATE TYPE membership_level AS ENUM ('free', 'basic', 'premium', 'business', 'partner');
CREATE TYPE profile_status AS ENUM ('draft', 'submitted', 'approved', 'declined', 'suspended');

CREATE TABLE profiles (
  id                       text PRIMARY KEY DEFAULT pana_id(),
  created_at               timestamptz NOT NULL DEFAULT now(),
  updated_at               timestamptz NOT NULL DEFAULT now(),
  version                  int NOT NULL DEFAULT 0,
  -- NULL while nobody has claimed an imported profile, and again when its person is gone.
  user_id                  text CONSTRAINT profiles_user_id_key UNIQUE
                             CONSTRAINT profiles_user_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  email                    text CONSTRAINT profiles_email_check CHECK (length(email) BETWEEN 3 AND 254),
  name                     text NOT NULL CONSTRAINT profiles_name_check CHECK (length(btrim(name)) BETWEEN 2 AND 75),
  phone_number             text CONSTRAINT profiles_phone_number_check CHECK (length(phone_number) <= 15),
  pronouns                 text CONSTRAINT profiles_pronouns_check CHECK (length(pronouns) <= 60),

  status                   profile_status NOT NULL DEFAULT 'draft',
  -- Shown to others: approved, and not switched off by its owner.
  active                   boolean NOT NULL DEFAULT false,
  submitted_at             timestamptz,
  reviewed_at              timestamptz,
  reviewed_by              text CONSTRAINT profiles_reviewed_by_fkey REFERENCES users (id) ON DELETE SET NULL,
  review_reason            text CONSTRAINT profiles_review_reason_check CHECK (length(review_reason) BETWEEN 1 AND 1000),
  scrubbed_at              timestamptz,

  address_name             text,
  address_line1            text,
  address_line2            text,
  address_line3            text,
  address_locality         text,
  address_region           text,
  address_postal_code      text,
  address_country          text CONSTRAINT profiles_address_country_check CHECK (address_country ~ '^[A-Z]{2}$'),
  address_lat              numeric(10, 7) CONSTRAINT profiles_address_lat_check CHECK (address_lat BETWEEN -90 AND 90),
  address_lng              numeric(10, 7) CONSTRAINT profiles_address_lng_check CHECK (address_lng BETWEEN -180 AND 180),
  address_google_place_id  text,
  -- GeoJSON (RFC 7946): longitude first. Follows the two columns, so that it cannot disagree with them.
  geo                      jsonb GENERATED ALWAYS AS
                             (('{"type":"Point","coordinates":[' || address_lng::text || ',' || address_lat::text || ']}')::jsonb)
                             STORED,

  locally_based            text CONSTRAINT profiles_locally_based_check CHECK (locally_based IN ('yes', 'no', 'other')),
  membership_level         membership_level NOT NULL DEFAULT 'free',
  whatsapp_community       boolean NOT NULL DEFAULT false,
  affiliate                text CONSTRAINT profiles_affiliate_check CHECK (length(affiliate) <= 40),
  social_eligible          boolean NOT NULL DEFAULT true,
  social_eligible_at       timestamptz,
  social_ineligible_reason text,

  descriptions             jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_descriptions_check CHECK (jsonb_typeof(descriptions) = 'object'),
  socials                  jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_socials_check CHECK (jsonb_typeof(socials) = 'object'),
  hours                    jsonb CONSTRAINT profiles_hours_check CHECK (jsonb_typeof(hours) IN ('object', 'array')),
  categories               jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_categories_check CHECK (jsonb_typeof(categories) = 'object'),
  counties                 jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_counties_check CHECK (jsonb_typeof(counties) = 'object'),
  locations                jsonb NOT NULL DEFAULT '[]' CONSTRAINT profiles_locations_check CHECK (jsonb_typeof(locations) = 'array'),
  images                   jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_images_check CHECK (jsonb_typeof(images) = 'object'),
  -- mentoring and availability are mentoring-service's to write (architecture, section 3).
  mentoring                jsonb CONSTRAINT profiles_mentoring_check CHECK (jsonb_typeof(mentoring) = 'object'),
  availability             jsonb CONSTRAINT profiles_availability_check CHECK (jsonb_typeof(availability) = 'object'),
  verification             jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_verification_check CHECK (jsonb_typeof(verification) = 'object'),
  roles                    jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_roles_check CHECK (jsonb_typeof(roles) = 'object'),
  gentedepana              jsonb CONSTRAINT profiles_gentedepana_check CHECK (jsonb_typeof(gentedepana) = 'object'),
  administrative           jsonb,
  linked_profiles          jsonb NOT NULL DEFAULT '[]' CONSTRAINT profiles_linked_profiles_check CHECK (jsonb_typeof(linked_profiles) = 'array'),

  search                   tsvector GENERATED ALWAYS AS (
                             setweight(to_tsvector('simple', internal.fold(name)), 'A')
                             || setweight(to_tsvector('simple', internal.fold(coalesce(descriptions ->> 'fiveWords', '') || ' '
                                  || coalesce(descriptions ->> 'tags', ''))), 'B')
                             || setweight(to_tsvector('simple', internal.fold(coalesce(descriptions ->> 'details', '') || ' '
                                  || coalesce(descriptions ->> 'background', ''))), 'C')) STORED,

  CONSTRAINT profiles_email_or_scrubbed_check CHECK (email IS NOT NULL OR scrubbed_at IS NOT NULL),
  CONSTRAINT profiles_active_check CHECK (NOT active OR status = 'approved'),
  CONSTRAINT profiles_submitted_check CHECK (status <> 'submitted' OR submitted_at IS NOT NULL),
  CONSTRAINT profiles_reviewed_check CHECK (status NOT IN ('declined', 'suspended')
                                            OR (reviewed_at IS NOT NULL AND review_reason IS NOT NULL)),
  CONSTRAINT profiles_coordinates_check CHECK ((address_lat IS NULL) = (address_lng IS NULL))
);
CREATE UNIQUE INDEX profiles_email_key ON profiles (lower(email));
CREATE INDEX profiles_search_idx ON profiles USING gin (search) WHERE active;
CREATE INDEX profiles_name_trgm_idx ON profiles USING gin (internal.fold(name) gin_trgm_ops) WHERE active;
CREATE INDEX profiles_categories_idx ON profiles USING gin (categories jsonb_path_ops) WHERE active;
CREATE INDEX profiles_directory_idx ON profiles (internal.fold(name), id) WHERE active;
CREATE INDEX profiles_review_queue_idx ON profiles (submitted_at, id) WHERE status = 'submitted';
CREATE INDEX profiles_reviewed_by_idx ON profiles (reviewed_by) WHERE reviewed_by IS NOT NULL;
CREATE INDEX profiles_mentors_idx ON profiles (id) WHERE active AND mentoring @> '{"enabled": true}';
CREATE TRIGGER profiles_keep_version BEFORE UPDATE ON profiles FOR EACH ROW EXECUTE FUNCTION internal.keep_version();
