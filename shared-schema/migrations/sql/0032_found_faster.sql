-- Purpose: a search for words reads few rows, also when thousands have the words: filters are asked of the same index
-- Ticket: N/A (a directory in which people are found, and only what they chose to show)
-- Reversible: Yes
-- Dependencies: 0018_people_found
-- Rollback:
--   DROP FUNCTION internal.nearly_called(text);
--   DROP INDEX profiles_directory_idx, profiles_name_trgm_idx;
--   ALTER TABLE profiles DROP COLUMN search, DROP COLUMN folded_name;
--   ALTER TABLE profiles ADD COLUMN search tsvector GENERATED ALWAYS AS (
--     setweight(internal.words(name), 'A')
--     || setweight(internal.words(coalesce(descriptions ->> 'fiveWords', '') || ' ' || coalesce(descriptions ->> 'tags', '')), 'B')
--     || setweight(internal.words(coalesce(descriptions ->> 'details', '') || ' ' || coalesce(descriptions ->> 'background', '')), 'C'))
--     STORED;
--   DROP FUNCTION internal.chosen(text, jsonb);
--   CREATE INDEX profiles_search_idx ON profiles USING gin (search) WHERE active;
--   CREATE INDEX profiles_name_trgm_idx ON profiles USING gin (internal.fold(name) gin_trgm_ops) WHERE active;
--   CREATE INDEX profiles_directory_idx ON profiles (internal.fold(name), id) WHERE active;

-- What was chosen in a document {"food": true}, as words that nobody types: 'category=food'.
CREATE FUNCTION internal.chosen(kind text, choices jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(ARRAY(SELECT kind || '=' || key
                                   FROM jsonb_each(CASE jsonb_typeof(choices) WHEN 'object' THEN choices ELSE '{}' END)
                                  WHERE value = 'true'));

DROP INDEX profiles_directory_idx, profiles_name_trgm_idx;
ALTER TABLE profiles DROP COLUMN search;
ALTER TABLE profiles
  ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(internal.words(name), 'A')
    || setweight(internal.words(coalesce(descriptions ->> 'fiveWords', '') || ' ' || coalesce(descriptions ->> 'tags', '')), 'B')
    || setweight(internal.words(coalesce(descriptions ->> 'details', '') || ' ' || coalesce(descriptions ->> 'background', '')), 'C')
    || internal.chosen('category', categories) || internal.chosen('county', counties)) STORED,
  -- The name without case and accents: to fold it costs more than to compare it.
  ADD COLUMN folded_name text GENERATED ALWAYS AS (internal.fold(name)) STORED;
CREATE INDEX profiles_search_idx ON profiles USING gin (search) WHERE active;
CREATE INDEX profiles_name_trgm_idx ON profiles USING gin (folded_name gin_trgm_ops) WHERE active;
CREATE INDEX profiles_directory_idx ON profiles (folded_name, id) WHERE active;

-- The setting below is known only once its extension is loaded.
SELECT public.show_limit();

-- Who bears this name or nearly so, as a word or some words of theirs: 'bakry' is 0.44 of 'bakery'. Five hundred at most.
CREATE FUNCTION internal.nearly_called(value text) RETURNS SETOF text LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
  SET pg_trgm.strict_word_similarity_threshold TO 0.4
  BEGIN ATOMIC
    SELECT p.id FROM public.profiles p WHERE p.active AND internal.fold(value) OPERATOR(public.<<%) p.folded_name LIMIT 500;
  END;
