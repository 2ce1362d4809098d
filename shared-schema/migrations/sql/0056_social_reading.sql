-- Purpose: posts that somebody keeps, or shows first; how far somebody has read; what is new, found by when it appeared
-- Ticket: N/A (a home for local panas)
-- Reversible: Yes
-- Dependencies: 0006_social
-- Rollback:
--   DROP TABLE internal.bookmark, internal.pinned_status, internal.read_marker;
--   DROP INDEX social_statuses_appeared_idx;

-- What was prepared before it is published appears then; what another server said before it came here, now.
CREATE INDEX social_statuses_appeared_idx ON social_statuses (greatest(created_at, published), id) WHERE NOT is_draft;

-- Nobody else sees them.
CREATE TABLE internal.bookmark (
  id         text CONSTRAINT bookmark_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT bookmark_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  status_id  text NOT NULL CONSTRAINT bookmark_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  CONSTRAINT bookmark_actor_id_key UNIQUE (actor_id, status_id)
);
CREATE INDEX bookmark_actor_id_idx ON internal.bookmark (actor_id, created_at DESC, id DESC);
CREATE INDEX bookmark_status_id_idx ON internal.bookmark (status_id);
CREATE TRIGGER bookmark_keep_updated_at BEFORE UPDATE ON internal.bookmark
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- What an actor shows first: there are five places.
CREATE TABLE internal.pinned_status (
  id         text CONSTRAINT pinned_status_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT pinned_status_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  status_id  text NOT NULL CONSTRAINT pinned_status_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  place      int NOT NULL CONSTRAINT pinned_status_place_check CHECK (place BETWEEN 1 AND 5),
  CONSTRAINT pinned_status_status_id_key UNIQUE (status_id),
  CONSTRAINT pinned_status_place_key UNIQUE (actor_id, place)
);
CREATE TRIGGER pinned_status_keep_updated_at BEFORE UPDATE ON internal.pinned_status
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The newest post that somebody has read where they are named, or in a conversation.
CREATE TABLE internal.read_marker (
  id         text CONSTRAINT read_marker_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  actor_id   text NOT NULL CONSTRAINT read_marker_actor_id_fkey REFERENCES public.social_actors (id) ON DELETE CASCADE,
  -- 'mentions', or the key of a conversation.
  about      text NOT NULL CONSTRAINT read_marker_about_check CHECK (about ~ '^(mentions|[0-9a-f]{64})$'),
  -- Where the post stands on the list; it may be gone itself.
  published  timestamptz NOT NULL,
  status_id  text NOT NULL,
  CONSTRAINT read_marker_actor_id_key UNIQUE (actor_id, about)
);
CREATE TRIGGER read_marker_keep_updated_at BEFORE UPDATE ON internal.read_marker
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
