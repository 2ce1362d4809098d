-- Purpose: what is said to a server that is away for a night arrives in its order, soon after the server is there again
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0057_federation
-- Rollback:
--   ALTER TABLE internal.delivery DROP COLUMN is_away;

-- Whether its server answered nobody when it was tried last, rather than found fault with this.
ALTER TABLE internal.delivery ADD COLUMN is_away boolean NOT NULL DEFAULT false;
