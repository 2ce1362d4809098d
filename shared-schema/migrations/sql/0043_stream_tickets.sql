-- Purpose: a page that cannot send a cookie or a header opens its stream of notifications by a ticket
-- Ticket: N/A (every event reaches its person)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.stream_ticket;

-- Opens one stream, once, within a minute. Of the ticket only the hash is kept.
CREATE TABLE internal.stream_ticket (
  ticket_hash text CONSTRAINT stream_ticket_pkey PRIMARY KEY
                CONSTRAINT stream_ticket_ticket_hash_check CHECK (ticket_hash ~ '^[0-9a-f]{64}$'),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  user_id     text NOT NULL CONSTRAINT stream_ticket_user_id_fkey REFERENCES public.users (id) ON DELETE CASCADE,
  expires_at  timestamptz NOT NULL
);
CREATE INDEX stream_ticket_user_id_idx ON internal.stream_ticket (user_id);
CREATE INDEX stream_ticket_expires_at_idx ON internal.stream_ticket (expires_at);
CREATE TRIGGER stream_ticket_keep_updated_at BEFORE UPDATE ON internal.stream_ticket
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
