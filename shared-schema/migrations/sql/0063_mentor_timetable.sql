-- Purpose: a mentor's slots and bookings without planning the same large statement again each time
-- Ticket: N/A (mentoring)
-- Reversible: Yes
-- Rollback:
--   DROP FUNCTION internal.mentor_timetable(text, text, timestamptz, timestamptz, timestamptz, text);
--   DROP FUNCTION internal.kept_apart(text);

-- The profiles of those who block a person in social, or are blocked by them.
CREATE FUNCTION internal.kept_apart(person text) RETURNS text[]
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN ARRAY(
    SELECT theirs.profile_id
      FROM public.profiles mine
      JOIN public.social_actors me ON me.profile_id = mine.id
      JOIN internal.actor_block b ON me.id IN (b.actor_id, b.target_actor_id)
      JOIN public.social_actors theirs ON theirs.id IN (b.actor_id, b.target_actor_id) AND theirs.id <> me.id
     WHERE mine.user_id = person AND theirs.profile_id IS NOT NULL);
END
$$;

-- All that a mentor's time is reckoned from, as JSON; nothing where nobody of this name can be asked by this person.
-- $1 screenname, $2 who asks, $3 and $4 from and until, $5 now, $6 a session that is about to move and so counts for nothing.
-- A day more on both sides, for the time between two sessions, and a week, for the limits of a week. No request is open for
-- three days. A function, because its plan is kept by the connection; a statement's is not behind a pooler.
CREATE FUNCTION internal.mentor_timetable(text, text, timestamptz, timestamptz, timestamptz, text) RETURNS text
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (
    SELECT CAST(jsonb_build_object(
             'id', u.id, 'screenname', u.screenname, 'mentoring', p.mentoring, 'availability', p.availability,
             'mentorBusy', theirs.busy, 'callerBusy', own.busy, 'sessions', held.starts,
             'openWithMentor', asked.with_mentor, 'open', asked.open, 'lately', asked.lately) AS text)
      FROM public.users u
      JOIN public.profiles p ON p.user_id = u.id
     CROSS JOIN (SELECT tstzrange(CAST($3 AS timestamptz) - interval '1 day',
                                  CAST($4 AS timestamptz) + interval '1 day') AS days) reach
     CROSS JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_array(CAST(extract(epoch FROM lower(b.during)) AS bigint),
                                              CAST(extract(epoch FROM upper(b.during)) AS bigint))) AS busy
             FROM (SELECT b.during
                     FROM internal.mentor_busy b LEFT JOIN public.mentor_sessions s ON s.id = b.session_id
                    WHERE b.user_id = u.id AND b.during && reach.days
                      AND (b.session_id IS NOT NULL OR (b.held_until > $5 AND b.held_by <> $2))
                      AND s.session_id IS DISTINCT FROM $6
                    UNION ALL
                   SELECT unnest(c.busy * multirange(reach.days)) FROM internal.busy_calendar c WHERE c.user_id = u.id) b) theirs
     CROSS JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_array(CAST(extract(epoch FROM lower(b.during)) AS bigint),
                                              CAST(extract(epoch FROM upper(b.during)) AS bigint))) AS busy
             FROM (SELECT b.during
                     FROM internal.mentor_busy b LEFT JOIN public.mentor_sessions s ON s.id = b.session_id
                    WHERE b.user_id = $2 AND b.during && reach.days
                      AND (b.session_id IS NOT NULL OR b.held_until > $5)
                      AND s.session_id IS DISTINCT FROM $6
                    UNION ALL
                   SELECT unnest(c.busy * multirange(reach.days)) FROM internal.busy_calendar c WHERE c.user_id = $2) b) own
     CROSS JOIN LATERAL (
           SELECT jsonb_agg(CAST(extract(epoch FROM h.start) AS bigint)) AS starts
             FROM (SELECT s.scheduled_at AS start
                     FROM public.mentor_sessions s
                    WHERE s.mentor_user_id = u.id AND s.session_id <> $6
                      AND s.scheduled_at BETWEEN CAST($3 AS timestamptz) - interval '8 days'
                                              AND CAST($4 AS timestamptz) + interval '8 days'
                      AND s.status IN ('pending', 'scheduled', 'in_progress', 'completed')
                    UNION ALL
                   SELECT w.offered_at FROM internal.mentor_waiting w
                    WHERE w.mentor_id = u.id AND w.person_id <> $2 AND w.offered_until > $5) h) held
     CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE a.status = 'pending' AND a.mentor_user_id = u.id) AS with_mentor,
                  count(*) FILTER (WHERE a.status = 'pending') AS open,
                  count(*) FILTER (WHERE a.created_at > CAST($5 AS timestamptz) - interval '1 day') AS lately
             FROM public.mentor_sessions a
            WHERE a.mentee_user_id = $2 AND a.created_at > CAST($5 AS timestamptz) - interval '3 days') asked
     WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
       AND p.active AND p.mentoring @> '{"enabled": true}'
       AND p.id <> ALL (internal.kept_apart($2)));
END
$$;
