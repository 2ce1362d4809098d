-- Purpose: of a post the first wording and the last fifty former ones are kept, so that nobody fills the history
-- Ticket: N/A (a home for local panas)
-- Reversible: Partial
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP TRIGGER status_revision_bound ON internal.status_revision;
--   DROP FUNCTION internal.bound_wordings();

-- By a definer: no service deletes wordings otherwise.
CREATE FUNCTION internal.bound_wordings() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM internal.status_revision v
   USING (SELECT r.id, row_number() OVER (ORDER BY r.said_at, r.id) AS nth, count(*) OVER () AS many
            FROM internal.status_revision r WHERE r.status_id = NEW.status_id) AS listed
   WHERE v.id = listed.id AND listed.nth > 1 AND listed.nth <= listed.many - 50;
  RETURN NULL;
END
$$;
CREATE TRIGGER status_revision_bound AFTER INSERT ON internal.status_revision
  FOR EACH ROW EXECUTE FUNCTION internal.bound_wordings();
