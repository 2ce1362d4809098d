-- Purpose: articles are found by the words of both languages, with what was found marked
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Partial
-- Dependencies: 0005_articles, 0018_people_found
-- Rollback:
--   DROP TEXT SEARCH CONFIGURATION internal.spanish_marked;
--   DROP TEXT SEARCH CONFIGURATION internal.english_marked;
--   ALTER TABLE articles DROP COLUMN search;
--   ALTER TABLE articles ADD COLUMN search tsvector GENERATED ALWAYS AS (
--     setweight(to_tsvector('simple', internal.fold(title)), 'A')
--     || setweight(to_tsvector('simple', internal.fold(coalesce(excerpt, ''))), 'B')
--     || setweight(to_tsvector('simple', internal.fold(left(content, 100000))), 'C')) STORED;
--   CREATE INDEX articles_search_idx ON articles USING gin (search) WHERE status = 'published';

ALTER TABLE articles DROP COLUMN search;
-- Of very long ones the beginning: a tsvector holds a megabyte at most.
ALTER TABLE articles ADD COLUMN search tsvector GENERATED ALWAYS AS (
  setweight(internal.words(title), 'A') || setweight(internal.words(coalesce(excerpt, '')), 'B')
  || setweight(internal.words(left(content, 50000)), 'C')) STORED;
CREATE INDEX articles_search_idx ON articles USING gin (search) WHERE status = 'published';

-- The two languages with accents that fall off when words are compared, but stay in the text that is shown.
DO $$
DECLARE
  folding text := (SELECT format('%I.unaccent', n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                    WHERE e.extname = 'unaccent');
  spoken  text;
BEGIN
  FOREACH spoken IN ARRAY ARRAY['english', 'spanish'] LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION internal.%I (COPY = pg_catalog.%I)', spoken || '_marked', spoken);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION internal.%I ALTER MAPPING FOR asciiword, asciihword, hword_asciipart,
                      word, hword, hword_part WITH %s, pg_catalog.%I', spoken || '_marked', folding, spoken || '_stem');
  END LOOP;
END
$$;
