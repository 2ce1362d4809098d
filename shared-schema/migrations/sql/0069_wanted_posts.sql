-- Purpose: what posts of other servers answer, and what answers them, is asked for when somebody reads the conversation
-- Ticket: N/A (federation)
-- Reversible: Yes
-- Dependencies: 0057_federation
-- Rollback:
--   DROP TABLE internal.wanted_post;

-- A post that is to be asked for, or one whose answers are. What was looked for is remembered for a day.
CREATE TABLE internal.wanted_post (
  id         text CONSTRAINT wanted_post_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  uri        text NOT NULL CONSTRAINT wanted_post_uri_check CHECK (length(uri) BETWEEN 1 AND 2000),
  kind       text NOT NULL CONSTRAINT wanted_post_kind_check CHECK (kind IN ('post', 'answers')),
  -- How many posts led here, each to what it answers.
  depth      int NOT NULL DEFAULT 0 CONSTRAINT wanted_post_depth_check CHECK (depth BETWEEN 0 AND 10),
  attempts   int NOT NULL DEFAULT 0 CONSTRAINT wanted_post_attempts_check CHECK (attempts >= 0),
  due_at     timestamptz NOT NULL DEFAULT now(),
  done_at    timestamptz,
  CONSTRAINT wanted_post_uri_key UNIQUE (uri, kind)
);
CREATE INDEX wanted_post_due_idx ON internal.wanted_post (due_at) WHERE done_at IS NULL;
CREATE INDEX wanted_post_done_idx ON internal.wanted_post (done_at) WHERE done_at IS NOT NULL;
CREATE TRIGGER wanted_post_keep_updated_at BEFORE UPDATE ON internal.wanted_post
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
