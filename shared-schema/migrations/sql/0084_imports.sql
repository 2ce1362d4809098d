-- Purpose: people bring along whom they follow, block and mute, and what they keep, from another server, row by row at a pace
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0083_blocked_servers
-- Rollback:
--   DROP TABLE internal.social_import_row, internal.social_import;

-- A file that somebody has brought. It is forgotten after thirty days.
CREATE TABLE internal.social_import (
  id         text CONSTRAINT social_import_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT social_import_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  kind       text NOT NULL CONSTRAINT social_import_kind_check CHECK (kind IN ('follows', 'blocks', 'mutes', 'servers', 'bookmarks')),
  mode       text NOT NULL CONSTRAINT social_import_mode_check CHECK (mode IN ('merge', 'overwrite')),
  -- When it was found that no row of it waits any more; looked for when the next file of its kind comes.
  ended_at   timestamptz
);
CREATE UNIQUE INDEX social_import_underway_key ON internal.social_import (actor_id, kind) WHERE ended_at IS NULL;
CREATE INDEX social_import_actor_id_idx ON internal.social_import (actor_id);
CREATE INDEX social_import_created_at_idx ON internal.social_import (created_at);
CREATE TRIGGER social_import_keep_updated_at BEFORE UPDATE ON internal.social_import
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- A line of such a file, and what is there and not in it where it is to be all there is.
CREATE TABLE internal.social_import_row (
  id         text CONSTRAINT social_import_row_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  import_id  text NOT NULL CONSTRAINT social_import_row_import_id_fkey REFERENCES internal.social_import (id) ON DELETE CASCADE,
  -- The line of the file; behind them all, what goes.
  place      int NOT NULL CONSTRAINT social_import_row_place_check CHECK (place > 0),
  action     text NOT NULL CONSTRAINT social_import_row_action_check CHECK (action IN ('add', 'remove')),
  value      text NOT NULL CONSTRAINT social_import_row_value_check CHECK (length(value) BETWEEN 1 AND 2000),
  state      text NOT NULL CONSTRAINT social_import_row_state_check CHECK (state IN ('waiting', 'done', 'refused')),
  -- Why, by the name of a problem.
  reason     text CONSTRAINT social_import_row_reason_check CHECK (length(reason) BETWEEN 1 AND 100),
  attempts   int NOT NULL DEFAULT 0 CONSTRAINT social_import_row_attempts_check CHECK (attempts >= 0),
  due_at     timestamptz NOT NULL,
  CONSTRAINT social_import_row_import_id_key UNIQUE (import_id, place),
  CONSTRAINT social_import_row_refused_check CHECK ((state = 'refused') = (reason IS NOT NULL))
);
CREATE INDEX social_import_row_due_idx ON internal.social_import_row (due_at) WHERE state = 'waiting';
CREATE TRIGGER social_import_row_keep_updated_at BEFORE UPDATE ON internal.social_import_row
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
