-- Purpose: administrators tell everybody, or some of us, what concerns the community
-- Ticket: N/A (every event reaches its person)
-- Reversible: Partial
-- Rollback:
--   DROP TABLE internal.announcement;

-- Told in portions, in the order of ids: told_until is the last who was told, so that whoever goes on tells nobody twice.
CREATE TABLE internal.announcement (
  id            text CONSTRAINT announcement_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  created_by    text CONSTRAINT announcement_created_by_fkey REFERENCES public.users (id) ON DELETE SET NULL,
  words         text NOT NULL CONSTRAINT announcement_words_check CHECK (length(words) BETWEEN 1 AND 500),
  words_es      text NOT NULL CONSTRAINT announcement_words_es_check CHECK (length(words_es) BETWEEN 1 AND 500),
  url           text CONSTRAINT announcement_url_check CHECK (length(url) <= 500 AND url ~ '^/([^/]|$)'),
  -- To whom; where nothing is said, to everybody.
  language      text CONSTRAINT announcement_language_check CHECK (language IN ('en', 'es')),
  with_profile  boolean,
  joined_after  timestamptz,
  joined_before timestamptz,
  due_at        timestamptz NOT NULL,
  state         text NOT NULL DEFAULT 'scheduled' CONSTRAINT announcement_state_check
                  CHECK (state IN ('scheduled', 'told', 'cancelled')),
  told          int NOT NULL DEFAULT 0 CONSTRAINT announcement_told_check CHECK (told >= 0),
  told_until    text NOT NULL DEFAULT ''
);
CREATE INDEX announcement_due_idx ON internal.announcement (due_at) WHERE state = 'scheduled';
CREATE INDEX announcement_list_idx ON internal.announcement (created_at DESC, id DESC);
CREATE INDEX announcement_created_by_idx ON internal.announcement (created_by) WHERE created_by IS NOT NULL;
CREATE TRIGGER announcement_keep_updated_at BEFORE UPDATE ON internal.announcement
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
