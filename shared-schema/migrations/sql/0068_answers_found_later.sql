-- Purpose: an answer that was here before what it answers is counted when that is found
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP TRIGGER social_statuses_count_found ON social_statuses;
--   DROP FUNCTION internal.count_found_reply();

CREATE FUNCTION internal.count_found_reply() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM internal.count_reply(NEW.in_reply_to_id, NEW.visibility, 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER social_statuses_count_found AFTER UPDATE OF in_reply_to_id ON social_statuses
  FOR EACH ROW WHEN (OLD.in_reply_to_id IS NULL AND NEW.in_reply_to_id IS NOT NULL AND NOT NEW.is_draft)
  EXECUTE FUNCTION internal.count_found_reply();
