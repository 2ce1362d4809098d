-- Purpose: fewer round trips for a booking, and for every call with an Idempotency-Key
-- Ticket: N/A (mentoring)
-- Reversible: Yes
-- Rollback:
--   DROP FUNCTION internal.claim_idempotency_key(bigint, text);
--   DROP FUNCTION internal.take_mentor_time(text, tstzrange, text, tstzrange, text);
--   DROP FUNCTION internal.mentor_timetable_to_book(text, text, timestamptz, timestamptz, timestamptz);

-- Each step of these functions sees what was committed before it, as a statement of its own does: they are volatile.

-- Holds a key until the end of the transaction, and tells what it was answered. No row where another call holds it, and one
-- without a status where it was not answered yet.
CREATE FUNCTION internal.claim_idempotency_key(number bigint, wanted text)
  RETURNS TABLE (fingerprint text, status integer, location text, body text, outdated boolean)
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_try_advisory_xact_lock(number) THEN
    RETURN QUERY SELECT k.fingerprint, CAST(k.status AS integer), k.location, k.body, k.created_at < now() - interval '24 hours'
                   FROM (SELECT) AS held LEFT JOIN internal.idempotency_key k ON k.key = wanted;
  END IF;
END
$$;

-- Makes everybody wait who is about to book either of the two, in the order of their ids; lets go of what the person held, and of
-- what was held of the mentor's time for too long; and tells the mentor's time as internal.mentor_timetable does. No row where
-- somebody else is about to book one of them: who is locked already stays so until the end of the transaction.
-- $1 screenname of the mentor, $2 who asks, $3 and $4 from and until, $5 now.
CREATE FUNCTION internal.mentor_timetable_to_book(text, text, timestamptz, timestamptz, timestamptz) RETURNS SETOF text
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mentor text;
BEGIN
  SELECT u.id INTO mentor FROM public.users u WHERE lower(u.screenname) = lower($1);
  IF mentor IS NOT NULL THEN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('mentoring ' || least($2, mentor), 0)) THEN
      RETURN;
    END IF;
    IF NOT pg_try_advisory_xact_lock(hashtextextended('mentoring ' || greatest($2, mentor), 0)) THEN
      RETURN;
    END IF;
    DELETE FROM internal.mentor_busy b
     WHERE (b.held_by = $2 AND b.waiting_id IS NULL) OR (b.user_id = mentor AND b.held_until <= $5);
  END IF;
  RETURN NEXT internal.mentor_timetable($1, $2, $3, $4, $5, '');
END
$$;

-- Takes the time of both for a session. Whoever is in a session with a mentor waits for them no longer, and what was kept for
-- them is free to be taken.
CREATE FUNCTION internal.take_mentor_time(mentor text, of_mentor tstzrange, mentee text, of_mentee tstzrange, session text)
  RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM internal.mentor_waiting w WHERE w.mentor_id = mentor AND w.person_id = mentee;
  INSERT INTO internal.mentor_busy (user_id, during, session_id)
  SELECT taken.user_id, taken.during, session
    FROM (VALUES (mentor, of_mentor), (mentee, of_mentee)) AS taken (user_id, during)
   ORDER BY taken.user_id;
END
$$;
