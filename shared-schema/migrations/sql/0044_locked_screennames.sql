-- Purpose: administrators keep a screenname from everybody, and give one free that somebody had
-- Ticket: N/A (every event reaches its person)
-- Reversible: Partial
-- Dependencies: 0003_screennames
-- Rollback:
--   ALTER TABLE internal.screenname_claim DROP COLUMN locked_at;

-- Since when an administrator keeps the name from everybody; the words of the house are reserved without it, and stay so.
ALTER TABLE internal.screenname_claim
  ADD COLUMN locked_at timestamptz CONSTRAINT screenname_claim_locked_check CHECK (locked_at IS NULL OR state = 'reserved');
