-- Purpose: what other servers send, and what is to be sent to them: their keys, an inbox, deliveries, and how each server answers
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0051_social_life
-- Rollback:
--   DROP TABLE internal.delivery, internal.outgoing_activity, internal.peer, internal.inbox_activity, internal.peer_key;
--   DROP INDEX social_actors_inbox_url_idx;
--   ALTER TABLE social_actors DROP COLUMN url, DROP COLUMN fetched_at;

-- Of actors of other servers: the page about them, and when they were asked last.
ALTER TABLE social_actors ADD COLUMN url text, ADD COLUMN fetched_at timestamptz;
CREATE INDEX social_actors_inbox_url_idx ON social_actors (inbox_url) WHERE profile_id IS NULL;

-- The public keys of actors of other servers, by their addresses.
CREATE TABLE internal.peer_key (
  key_id     text CONSTRAINT peer_key_pkey PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT peer_key_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  kind       text NOT NULL CONSTRAINT peer_key_kind_check CHECK (kind IN ('rsa', 'ed25519')),
  -- SPKI in PEM, or a Multikey's publicKeyMultibase.
  public_key text NOT NULL
);
CREATE INDEX peer_key_actor_id_idx ON internal.peer_key (actor_id);
CREATE TRIGGER peer_key_keep_updated_at BEFORE UPDATE ON internal.peer_key
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What has come in, once each. What an activity says is kept until it has had its effect; its id a while longer, so that the
-- same one has no second effect.
CREATE TABLE internal.inbox_activity (
  id         text CONSTRAINT inbox_activity_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  uri        text NOT NULL CONSTRAINT inbox_activity_uri_key UNIQUE CONSTRAINT inbox_activity_uri_check CHECK (length(uri) <= 2000),
  actor_uri  text NOT NULL CONSTRAINT inbox_activity_actor_uri_check CHECK (length(actor_uri) <= 2000),
  body       text,
  state      text NOT NULL DEFAULT 'waiting'
               CONSTRAINT inbox_activity_state_check CHECK (state IN ('waiting', 'done', 'dropped', 'parked')),
  attempts   int NOT NULL DEFAULT 0 CONSTRAINT inbox_activity_attempts_check CHECK (attempts >= 0),
  due_at     timestamptz NOT NULL DEFAULT now(),
  error      text CONSTRAINT inbox_activity_error_check CHECK (length(error) <= 500),
  CONSTRAINT inbox_activity_body_check CHECK ((body IS NULL) = (state IN ('done', 'dropped')))
);
CREATE INDEX inbox_activity_due_idx ON internal.inbox_activity (due_at, id) WHERE state = 'waiting';
CREATE INDEX inbox_activity_order_idx ON internal.inbox_activity (actor_uri, id) WHERE state = 'waiting';
CREATE INDEX inbox_activity_over_idx ON internal.inbox_activity (created_at) WHERE state <> 'waiting';
CREATE TRIGGER inbox_activity_keep_updated_at BEFORE UPDATE ON internal.inbox_activity
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- How a server has answered so far: the form of signatures that it understands, and whether it is left alone for a while.
CREATE TABLE internal.peer (
  host         text CONSTRAINT peer_pkey PRIMARY KEY CONSTRAINT peer_host_check CHECK (length(host) BETWEEN 1 AND 260),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  signature    text NOT NULL DEFAULT 'cavage' CONSTRAINT peer_signature_check CHECK (signature IN ('cavage', 'rfc9421')),
  -- Failures since it answered last, and on how many days.
  failures     int NOT NULL DEFAULT 0 CONSTRAINT peer_failures_check CHECK (failures >= 0),
  failed_days  int NOT NULL DEFAULT 0 CONSTRAINT peer_failed_days_check CHECK (failed_days >= 0),
  failed_on    date,
  closed_until timestamptz
);
CREATE TRIGGER peer_keep_updated_at BEFORE UPDATE ON internal.peer
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What is said to other servers. A post is written out when it is sent, as it is then; anything else has its body here. Whoever
-- leaves leaves the sealed key in what is still to be said of it, so this refers to no actor.
CREATE TABLE internal.outgoing_activity (
  id          text CONSTRAINT outgoing_activity_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  uri         text NOT NULL CONSTRAINT outgoing_activity_uri_key UNIQUE,
  actor_id    text NOT NULL,
  actor_uri   text NOT NULL,
  kind        text NOT NULL CONSTRAINT outgoing_activity_kind_check CHECK (kind IN ('whole', 'create', 'update', 'actor')),
  status_id   text,
  body        text,
  parting_key bytea,
  CONSTRAINT outgoing_activity_body_check CHECK ((kind = 'whole') = (body IS NOT NULL)),
  CONSTRAINT outgoing_activity_status_check CHECK ((kind IN ('create', 'update')) = (status_id IS NOT NULL))
);
CREATE INDEX outgoing_activity_actor_id_idx ON internal.outgoing_activity (actor_id);
CREATE TRIGGER outgoing_activity_keep_updated_at BEFORE UPDATE ON internal.outgoing_activity
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One row for each inbox that an activity goes to. It goes when it has been sent; what cannot be sent stays and can be seen.
CREATE TABLE internal.delivery (
  id          text CONSTRAINT delivery_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  activity_id text NOT NULL CONSTRAINT delivery_activity_id_fkey REFERENCES internal.outgoing_activity (id) ON DELETE CASCADE,
  actor_id    text NOT NULL,
  host        text NOT NULL,
  inbox_url   text NOT NULL,
  state       text NOT NULL DEFAULT 'waiting' CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'dead')),
  attempts    int NOT NULL DEFAULT 0 CONSTRAINT delivery_attempts_check CHECK (attempts >= 0),
  due_at      timestamptz NOT NULL DEFAULT now(),
  error       text CONSTRAINT delivery_error_check CHECK (length(error) <= 500),
  CONSTRAINT delivery_inbox_key UNIQUE (activity_id, inbox_url)
);
CREATE INDEX delivery_due_idx ON internal.delivery (due_at, id) WHERE state = 'waiting';
CREATE INDEX delivery_order_idx ON internal.delivery (host, actor_id, id) WHERE state = 'waiting';
CREATE INDEX delivery_dead_idx ON internal.delivery (id) WHERE state = 'dead';
CREATE TRIGGER delivery_keep_updated_at BEFORE UPDATE ON internal.delivery
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
