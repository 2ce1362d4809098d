-- Purpose: what its own service writes a letter about (a session, with its entry for the calendar) is not mailed a second time
-- Ticket: N/A (what people are told)
-- Reversible: Partial
-- Dependencies: 0039_notification_wishes
-- Rollback:
--   UPDATE internal.notification_delivery SET reason = 'not-wanted' WHERE reason = 'own-letter';
--   ALTER TABLE internal.notification_delivery
--     DROP CONSTRAINT notification_delivery_reason_check,
--     ADD CONSTRAINT notification_delivery_reason_check CHECK (reason IN (
--       'not-wanted', 'paused', 'person-muted', 'thread-muted', 'person-locked', 'account-locked', 'digest-off',
--       'read', 'gone', 'no-address'));

ALTER TABLE internal.notification_delivery
  DROP CONSTRAINT notification_delivery_reason_check,
  ADD CONSTRAINT notification_delivery_reason_check CHECK (reason IN (
    'not-wanted', 'paused', 'person-muted', 'thread-muted', 'person-locked', 'account-locked', 'digest-off',
    'read', 'gone', 'no-address', 'own-letter'));
