-- Purpose: what is handed on is found by when that was, by those who listen
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP INDEX internal.boost_appeared_idx;

CREATE INDEX boost_appeared_idx ON internal.boost (created_at, id);
