-- Purpose: mentors are found however a language or a trade is spelled, and a ZIP code's middle is read from an index alone
-- Ticket: N/A (a directory in which people are found, and only what they chose to show)
-- Reversible: Yes
-- Dependencies: 0018_people_found
-- Rollback:
--   DROP INDEX profiles_postal_code_members_idx, profiles_postal_code_public_idx, profiles_mentoring_idx;
--   DROP FUNCTION internal.mentoring_terms(jsonb);
--   CREATE INDEX profiles_postal_code_idx ON profiles (address_postal_code) WHERE active AND address_postal_code IS NOT NULL;
--   CREATE INDEX profiles_mentoring_idx ON profiles USING gin (mentoring jsonb_path_ops)
--     WHERE active AND mentoring @> '{"enabled": true}';

-- In which languages and in what somebody mentors, folded: {'language es', 'expertise tiles'}.
CREATE FUNCTION internal.mentoring_terms(mentoring jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT 'language ' || internal.fold(term #>> '{}')
                 FROM jsonb_path_query(mentoring, '$.languages[*] ? (@.type() == "string")') term)
         || ARRAY(SELECT 'expertise ' || internal.fold(term #>> '{}')
                    FROM jsonb_path_query(mentoring, '$.expertise[*] ? (@.type() == "string")') term);

DROP INDEX profiles_mentoring_idx;
CREATE INDEX profiles_mentoring_idx ON profiles USING gin (internal.mentoring_terms(mentoring))
  WHERE active AND mentoring @> '{"enabled": true}';

-- One per circle of viewers, with all that the middle of a ZIP code is made of.
DROP INDEX profiles_postal_code_idx;
CREATE INDEX profiles_postal_code_public_idx ON profiles (address_postal_code) INCLUDE (address_lat, address_lng, user_id)
  WHERE active AND audience ->> 'address' = 'public';
CREATE INDEX profiles_postal_code_members_idx ON profiles (address_postal_code) INCLUDE (address_lat, address_lng, user_id)
  WHERE active AND audience ->> 'address' IN ('public', 'members');
