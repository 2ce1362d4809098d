-- Purpose: posts are found by the words of both languages; of people elsewhere those alone who say that they may be
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0018_people_found, 0078_actor_pages, 0080_post_filters
-- Rollback:
--   DROP INDEX social_statuses_words_idx;
--   DROP FUNCTION internal.post_words(text, text, timestamptz);
--   DROP FUNCTION internal.month_of(timestamptz);

-- Months of UTC, counted from the year 0.
CREATE FUNCTION internal.month_of(at timestamptz) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (extract(year FROM at AT TIME ZONE 'UTC') * 12 + extract(month FROM at AT TIME ZONE 'UTC'))::int;

-- What a post says, of very long ones the beginning, and in which month: a word that stands everywhere is looked for in one month
-- after the other, and no text has a word that begins with @.
CREATE FUNCTION internal.post_words(warning text, html text, published timestamptz) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN internal.words(coalesce(warning, '') || ' ' || coalesce(internal.plain(left(html, 20000)), ''))
         || array_to_tsvector(ARRAY['@' || internal.month_of(published)]);

-- Counts change often and words hardly ever: an update of a count does not touch it.
CREATE INDEX social_statuses_words_idx ON social_statuses USING gin (internal.post_words(content_warning, content, published))
  WHERE NOT is_draft AND (NOT is_remote OR visibility = 'public');
