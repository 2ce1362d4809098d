-- Purpose: what the filters of people compare with, by name
-- Ticket: N/A (social)
-- Reversible: Yes
-- Dependencies: 0065_polls, 0080_post_filters
-- Rollback:
--   DROP FUNCTION internal.post_text(text);

-- All that filters compare with: a post's warning, its text, its hashtags, what its files show and what it asks, without case and
-- accents. The parts stand on lines of their own: no phrase reaches from one into the next. By name, so that a statement does not
-- have to be planned with it.
CREATE FUNCTION internal.post_text(status text) RETURNS text
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT internal.fold(concat_ws(E'\n', s.content_warning, internal.plain(left(s.content, 50000)),
                   (SELECT string_agg(t.name, E'\n') FROM public.social_tags t WHERE t.status_id = s.id AND t.type = 'Hashtag'),
                   (SELECT string_agg(m.description, E'\n') FROM public.social_attachments m WHERE m.status_id = s.id),
                   (SELECT array_to_string(q.options, E'\n') FROM internal.poll q WHERE q.status_id = s.id)))
            FROM public.social_statuses s WHERE s.id = status);
END
$$;
