-- Purpose: people choose who sees what of their profile and are found by meaning and by distance; what staff did is remembered
-- Ticket: N/A (a directory in which people are found, and only what they chose to show)
-- Reversible: Partial
-- Dependencies: 0004_profiles
-- Rollback:
--   DROP TABLE internal.profile_history;
--   DROP INDEX profiles_verified_idx, profiles_mentoring_idx, profiles_locality_idx, profiles_postal_code_idx,
--     profiles_place_members_idx, profiles_place_public_idx, profiles_shuffle_idx, profiles_newest_idx;
--   DROP INDEX users_locked_idx;
--   DROP FUNCTION internal.box_around(float8, float8, float8);
--   DROP FUNCTION internal.miles(float8, float8, float8, float8);
--   ALTER TABLE profiles DROP COLUMN search;
--   ALTER TABLE profiles ADD COLUMN search tsvector GENERATED ALWAYS AS (
--     setweight(to_tsvector('simple', internal.fold(name)), 'A')
--     || setweight(to_tsvector('simple', internal.fold(coalesce(descriptions ->> 'fiveWords', '') || ' '
--          || coalesce(descriptions ->> 'tags', ''))), 'B')
--     || setweight(to_tsvector('simple', internal.fold(coalesce(descriptions ->> 'details', '') || ' '
--          || coalesce(descriptions ->> 'background', ''))), 'C')) STORED;
--   CREATE INDEX profiles_search_idx ON profiles USING gin (search) WHERE active;
--   DROP FUNCTION internal.sought(text);
--   DROP FUNCTION internal.words(text);
--   ALTER TABLE profiles DROP COLUMN mail_locale, DROP COLUMN suspended_from, DROP COLUMN hidden, DROP COLUMN audience;

ALTER TABLE profiles
  -- Who sees it: {"email": "members"}. What is not named is seen by its owner alone.
  ADD COLUMN audience jsonb NOT NULL DEFAULT '{}' CONSTRAINT profiles_audience_check CHECK (
    jsonb_typeof(audience) = 'object'
    AND audience - ARRAY['email', 'phoneNumber', 'pronouns', 'address', 'locations', 'hours',
                         'website', 'instagram', 'facebook', 'tiktok', 'twitter', 'spotify'] = '{}'
    AND NOT jsonb_path_exists(audience,
      'strict $.* ? (@.type() != "string" || !(@ == "public" || @ == "members" || @ == "me"))')),
  -- Switched off by its owner, whatever reviewers say.
  ADD COLUMN hidden boolean NOT NULL DEFAULT false,
  -- What it was before its suspension, and is again when that ends.
  ADD COLUMN suspended_from profile_status,
  -- The language of mail about it.
  ADD COLUMN mail_locale text NOT NULL DEFAULT 'en' CONSTRAINT profiles_mail_locale_check CHECK (mail_locale IN ('en', 'es')),
  ADD CONSTRAINT profiles_hidden_check CHECK (NOT (active AND hidden)),
  ADD CONSTRAINT profiles_suspended_from_check CHECK (suspended_from IS NULL OR status = 'suspended' AND suspended_from <> 'suspended');

-- The words of a text without accents: as they stand, and as English and Spanish reduce them, so that 'bakers' and 'baker',
-- 'pasteles' and 'pastel' meet.
CREATE FUNCTION internal.words(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('simple', internal.fold(value)) || to_tsvector('english', internal.fold(value))
         || to_tsvector('spanish', internal.fold(value));

-- What somebody typed, as a question to such words: all of them, the last one perhaps unfinished (the quote that closes it
-- becomes :*), or all of them as one of the two languages reduces them.
CREATE FUNCTION internal.sought(value text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(websearch_to_tsquery('simple', internal.fold(value))::text, '''$', ''':*')::tsquery
         || websearch_to_tsquery('english', internal.fold(value)) || websearch_to_tsquery('spanish', internal.fold(value));

ALTER TABLE profiles DROP COLUMN search;
ALTER TABLE profiles ADD COLUMN search tsvector GENERATED ALWAYS AS (
  setweight(internal.words(name), 'A')
  || setweight(internal.words(coalesce(descriptions ->> 'fiveWords', '') || ' ' || coalesce(descriptions ->> 'tags', '')), 'B')
  || setweight(internal.words(coalesce(descriptions ->> 'details', '') || ' ' || coalesce(descriptions ->> 'background', '')), 'C'))
  STORED;
CREATE INDEX profiles_search_idx ON profiles USING gin (search) WHERE active;

-- Great-circle distance in miles by the haversine formula, on a sphere of 6371 km.
CREATE FUNCTION internal.miles(lat float8, lng float8, from_lat float8, from_lng float8) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 7917.5118 * asin(least(1, sqrt(sin(radians(lat - from_lat) / 2) ^ 2
         + cos(radians(from_lat)) * cos(radians(lat)) * sin(radians(lng - from_lng) / 2) ^ 2)));

-- A box (x is longitude) that holds every point within so many miles; it does not reach across the 180th meridian.
CREATE FUNCTION internal.box_around(lat float8, lng float8, miles float8) RETURNS box
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN box(point(lng - miles / (69 * cos(radians(least(abs(lat) + miles / 69, 89)))), lat - miles / 69),
             point(lng + miles / (69 * cos(radians(least(abs(lat) + miles / 69, 89)))), lat + miles / 69));

CREATE INDEX profiles_newest_idx ON profiles (created_at DESC, id DESC) WHERE active;
-- An order that has nothing to do with anybody: a shuffle begins somewhere in it.
CREATE INDEX profiles_shuffle_idx ON profiles (md5(id), id) WHERE active;
CREATE INDEX profiles_verified_idx ON profiles (md5(id), id) WHERE active AND verification @> '{"panaVerified": true}';
-- One per circle of viewers: a search by distance meets only those who show it where they are.
CREATE INDEX profiles_place_public_idx ON profiles USING gist (point(address_lng::float8, address_lat::float8))
  WHERE active AND audience ->> 'address' = 'public';
CREATE INDEX profiles_place_members_idx ON profiles USING gist (point(address_lng::float8, address_lat::float8))
  WHERE active AND audience ->> 'address' IN ('public', 'members');
CREATE INDEX profiles_postal_code_idx ON profiles (address_postal_code) WHERE active AND address_postal_code IS NOT NULL;
CREATE INDEX profiles_locality_idx ON profiles (internal.fold(address_locality), id) WHERE active;
CREATE INDEX profiles_mentoring_idx ON profiles USING gin (mentoring jsonb_path_ops)
  WHERE active AND mentoring @> '{"enabled": true}';

-- Few are locked: who searches the directory leaves their profiles out without looking at everybody.
CREATE INDEX users_locked_idx ON users (id) WHERE locked_at IS NOT NULL;

-- What happened to a profile and who did it, beyond what its owner writes into it.
CREATE TABLE internal.profile_history (
  id         text CONSTRAINT profile_history_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  profile_id text NOT NULL CONSTRAINT profile_history_profile_id_fkey REFERENCES public.profiles (id) ON DELETE CASCADE,
  -- Who did it; without a foreign key, so that it outlives their account.
  actor_id   text NOT NULL,
  step       text NOT NULL CONSTRAINT profile_history_step_check CHECK (step IN (
               'submitted', 'approved', 'declined', 'suspended', 'restored', 'claimed', 'assigned', 'released',
               'hidden', 'shown', 'badge_granted', 'badge_revoked', 'role_granted', 'role_revoked')),
  -- The badge, the role, or the person to whom it was assigned or from whom it was taken.
  subject    text CONSTRAINT profile_history_subject_check CHECK (length(subject) <= 64),
  reason     text CONSTRAINT profile_history_reason_check CHECK (length(reason) BETWEEN 1 AND 1000),
  CONSTRAINT profile_history_reasoned_check CHECK (step NOT IN ('declined', 'suspended') OR reason IS NOT NULL),
  CONSTRAINT profile_history_about_check CHECK ((subject IS NOT NULL) = (step IN (
    'claimed', 'assigned', 'released', 'badge_granted', 'badge_revoked', 'role_granted', 'role_revoked')))
);
CREATE INDEX profile_history_profile_id_idx ON internal.profile_history (profile_id, id DESC);
CREATE TRIGGER profile_history_keep_updated_at BEFORE UPDATE ON internal.profile_history
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
