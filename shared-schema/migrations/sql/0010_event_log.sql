-- Purpose: the event log with its cursors: the database is the bus (architecture, section 6)
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE internal.parked_event, internal.event_cursor, internal.event_sequencer, internal.event;
--   DROP SEQUENCE internal.event_position;

-- position is NULL until the sequencer sees the committed row. Consumers read by position, so an event whose
-- transaction commits late is never behind anybody's cursor.
CREATE SEQUENCE internal.event_position;
CREATE TABLE internal.event (
  id         text CONSTRAINT event_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  position   bigint CONSTRAINT event_position_key UNIQUE,
  type       text NOT NULL CONSTRAINT event_type_check CHECK (type ~ '^[a-z]+(\.[a-z-]+){2,}$'),
  -- Who did it, if a person did; without a foreign key: the log outlives the account.
  actor_id   text,
  payload    jsonb NOT NULL CONSTRAINT event_payload_check CHECK (jsonb_typeof(payload) = 'object')
);
CREATE INDEX event_unsequenced_idx ON internal.event (id) WHERE position IS NULL;
CREATE INDEX event_created_at_idx ON internal.event (created_at);
CREATE TRIGGER event_keep_updated_at BEFORE UPDATE ON internal.event
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One row; whoever holds its lock is the sequencer.
CREATE TABLE internal.event_sequencer (
  id         int CONSTRAINT event_sequencer_pkey PRIMARY KEY CONSTRAINT event_sequencer_single_check CHECK (id = 1),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO internal.event_sequencer (id) VALUES (1);

CREATE TABLE internal.event_cursor (
  consumer   text CONSTRAINT event_cursor_pkey PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  position   bigint NOT NULL DEFAULT 0
);
CREATE TRIGGER event_cursor_keep_updated_at BEFORE UPDATE ON internal.event_cursor
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

CREATE TABLE internal.parked_event (
  id              text CONSTRAINT parked_event_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  consumer        text NOT NULL,
  event_id        text NOT NULL CONSTRAINT parked_event_event_id_fkey REFERENCES internal.event (id) ON DELETE CASCADE,
  attempts        int NOT NULL DEFAULT 1 CONSTRAINT parked_event_attempts_check CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL,
  error           text NOT NULL CONSTRAINT parked_event_error_check CHECK (length(error) <= 2000),
  CONSTRAINT parked_event_key UNIQUE (consumer, event_id)
);
CREATE INDEX parked_event_due_idx ON internal.parked_event (consumer, next_attempt_at);
CREATE INDEX parked_event_event_id_idx ON internal.parked_event (event_id);
CREATE TRIGGER parked_event_keep_updated_at BEFORE UPDATE ON internal.parked_event
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
