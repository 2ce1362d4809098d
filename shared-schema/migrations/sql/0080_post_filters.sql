-- Purpose: what people do not want to read on which lists, or only behind a warning
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0006_social
-- Rollback:
--   DROP TABLE internal.post_filter;
--   DROP FUNCTION internal.plain(text);

-- What a post's HTML says, in one line. It has been cleaned before it was kept: a tag ends at the first >.
CREATE FUNCTION internal.plain(html text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    replace(replace(replace(replace(replace(replace(
      regexp_replace(
        regexp_replace(html, '</?(p|br|li|ul|ol|div|blockquote|pre|h[1-6])\M[^>]*>', ' ', 'gi'),
        '<[^>]*>', '', 'g'),
      '&nbsp;', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&'),
    '\s+', ' ', 'g'));

-- Nobody else sees them.
CREATE TABLE internal.post_filter (
  id         text CONSTRAINT post_filter_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT post_filter_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  -- Some words, or a hashtag with its hash.
  phrase     text NOT NULL CONSTRAINT post_filter_phrase_check CHECK (length(phrase) BETWEEN 1 AND 100 AND btrim(phrase) = phrase),
  whole_word boolean NOT NULL,
  contexts   text[] NOT NULL CONSTRAINT post_filter_contexts_check
               CHECK (cardinality(contexts) BETWEEN 1 AND 6 AND array_position(contexts, NULL) IS NULL
                      AND contexts <@ ARRAY['home', 'lists', 'public', 'thread', 'mentions', 'profile']),
  action     text NOT NULL CONSTRAINT post_filter_action_check CHECK (action IN ('warn', 'hide')),
  expires_at timestamptz,
  -- A phrase of which nothing is left would be met everywhere.
  folded     text NOT NULL GENERATED ALWAYS AS (internal.fold(phrase)) STORED CONSTRAINT post_filter_folded_check CHECK (folded <> ''),
  -- Where only whole words count: the same with each sign that a pattern would understand behind a backslash, and no letter
  -- or digit beside its own.
  pattern    text GENERATED ALWAYS AS (
               CASE WHEN whole_word THEN
                 CASE WHEN internal.fold(phrase) ~ '^\w' THEN '(?<!\w)' ELSE '' END
                 || regexp_replace(internal.fold(phrase), '([].^$|()*+?{}\\[])', '\\\1', 'g')
                 || CASE WHEN internal.fold(phrase) ~ '\w$' THEN '(?!\w)' ELSE '' END
               END) STORED
);
CREATE INDEX post_filter_actor_id_idx ON internal.post_filter (actor_id, id);
CREATE INDEX post_filter_expires_at_idx ON internal.post_filter (expires_at) WHERE expires_at IS NOT NULL;
CREATE TRIGGER post_filter_keep_updated_at BEFORE UPDATE ON internal.post_filter
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
