-- Migration: 0089_address_audience
-- Purpose: let the planner know how many people show where they are, so that it lists the nearest by the index of places
-- Ticket: N/A (profile)
-- Reversible: Yes
-- Dependencies: 0018_people_found
-- Rollback:
--   DROP STATISTICS profiles_address_audience_stats;

-- Without it one in two hundred is thought to show it, and reading all of another index to sort them seems cheaper.
CREATE STATISTICS profiles_address_audience_stats ON (audience ->> 'address') FROM profiles;
-- Statistics hold nothing until the table is looked at, and a table that few change is not for long.
ANALYZE profiles;
