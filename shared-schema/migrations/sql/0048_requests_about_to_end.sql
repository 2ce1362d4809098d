-- Purpose: a mentor hears before a request ends that they have not answered
-- Ticket: N/A (a booking that cannot collide, in anybody's time zone)
-- Reversible: Partial
-- Dependencies: 0040_bookings
-- Rollback:
--   DELETE FROM internal.session_due WHERE kind = 'request-expiring';
--   ALTER TABLE internal.session_due DROP CONSTRAINT session_due_kind_check,
--     ADD CONSTRAINT session_due_kind_check CHECK (kind IN ('day-before', 'hour-before', 'minutes-before', 'feedback'));

ALTER TABLE internal.session_due DROP CONSTRAINT session_due_kind_check,
  ADD CONSTRAINT session_due_kind_check CHECK (
    kind IN ('request-expiring', 'day-before', 'hour-before', 'minutes-before', 'feedback'));
