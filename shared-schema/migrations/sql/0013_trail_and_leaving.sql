-- Purpose: an audit trail that nobody rewrites, what people ask about their own data, and one affiliate code per person
-- Ticket: N/A (auth-service)
-- Reversible: Yes
-- Rollback:
--   ALTER TABLE articles DROP COLUMN credited_as;
--   DROP INDEX users_affiliate_code_key;
--   ALTER TABLE users DROP CONSTRAINT users_affiliate_check, DROP CONSTRAINT users_scrubbed_documents_check;
--   DROP TABLE internal.subject_request_part, internal.subject_request, internal.security_event;
--   DROP FUNCTION internal.keep_trail();

-- Who did what to whose account. Without foreign keys: the trail outlives the account. No address, no secret stands in it.
CREATE TABLE internal.security_event (
  id         text CONSTRAINT security_event_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- NULL for the house itself.
  actor_id   text,
  subject_id text NOT NULL,
  action     text NOT NULL CONSTRAINT security_event_action_check CHECK (action ~ '^[a-z]+(-[a-z]+)*$'),
  reason     text CONSTRAINT security_event_reason_check CHECK (length(reason) BETWEEN 1 AND 1000),
  -- Which login role wrote the line.
  written_by text NOT NULL DEFAULT session_user
);
CREATE INDEX security_event_subject_idx ON internal.security_event (subject_id, created_at DESC, id DESC);
CREATE INDEX security_event_actor_idx ON internal.security_event (actor_id, created_at DESC, id DESC);

-- Also for the owner, who has every right: whoever wants to change the trail has to change the schema first.
CREATE FUNCTION internal.keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trail is only added to (constraint "security_event_trail_check")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'security_event_trail_check';
END
$$;
CREATE TRIGGER security_event_keep BEFORE UPDATE OR DELETE ON internal.security_event
  FOR EACH ROW EXECUTE FUNCTION internal.keep_trail();
CREATE TRIGGER security_event_keep_all BEFORE TRUNCATE ON internal.security_event
  FOR EACH STATEMENT EXECUTE FUNCTION internal.keep_trail();

-- What a person asks about their own data: a copy of it, or its erasure. Every service does its part when it hears of it.
-- An erasure's row is the tombstone's file: without a foreign key, for it outlives the account.
CREATE TABLE internal.subject_request (
  id           text CONSTRAINT subject_request_pkey PRIMARY KEY DEFAULT public.pana_id(),
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  user_id      text NOT NULL,
  kind         text NOT NULL CONSTRAINT subject_request_kind_check CHECK (kind IN ('export', 'erasure')),
  authorship   text CONSTRAINT subject_request_authorship_check CHECK (authorship IN ('keep', 'anonymise')),
  -- The addresses by which services find what has no id, encrypted; and the name that stays under articles, where it may.
  -- Both are wiped when every service has done its part.
  addresses    bytea,
  credit       text,
  completed_at timestamptz,
  expires_at   timestamptz,
  -- The physical delete: when it was tried, and which table still holds the row.
  attempts     int NOT NULL DEFAULT 0 CONSTRAINT subject_request_attempts_check CHECK (attempts >= 0),
  tried_at     timestamptz,
  held_by      text CONSTRAINT subject_request_held_by_check CHECK (length(held_by) <= 300),
  erased_at    timestamptz,
  CONSTRAINT subject_request_export_check CHECK ((kind = 'export') = (expires_at IS NOT NULL)),
  CONSTRAINT subject_request_erasure_check CHECK ((kind = 'erasure') = (authorship IS NOT NULL)),
  CONSTRAINT subject_request_wiped_check CHECK (completed_at IS NULL OR (addresses IS NULL AND credit IS NULL)),
  CONSTRAINT subject_request_erased_check CHECK (erased_at IS NULL OR (kind = 'erasure' AND completed_at IS NOT NULL
                                                                       AND held_by IS NULL))
);
-- One copy and one erasure per person.
CREATE UNIQUE INDEX subject_request_person_key ON internal.subject_request (user_id, kind);
CREATE INDEX subject_request_list_idx ON internal.subject_request (kind, created_at DESC, id DESC);
CREATE TRIGGER subject_request_keep_updated_at BEFORE UPDATE ON internal.subject_request
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One row per service that has done its part; of a copy, what it holds: an object of lists.
CREATE TABLE internal.subject_request_part (
  request_id text NOT NULL CONSTRAINT subject_request_part_request_id_fkey
               REFERENCES internal.subject_request (id) ON DELETE CASCADE,
  service    text NOT NULL CONSTRAINT subject_request_part_service_check CHECK (service ~ '^[a-z]+-service$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  content    jsonb NOT NULL DEFAULT '{}'
               CONSTRAINT subject_request_part_content_check CHECK (jsonb_typeof(content) = 'object'),
  CONSTRAINT subject_request_part_pkey PRIMARY KEY (request_id, service)
);
CREATE TRIGGER subject_request_part_keep_updated_at BEFORE UPDATE ON internal.subject_request_part
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- The code is unique among people's own codes; a scrubbed account keeps no document.
ALTER TABLE users
  ADD CONSTRAINT users_affiliate_check CHECK (jsonb_typeof(affiliate) = 'object'
                                              AND affiliate ->> 'code' ~ '^CP[1-9A-HJKMNP-Z]{10}$'),
  ADD CONSTRAINT users_scrubbed_documents_check CHECK (scrubbed_at IS NULL OR (affiliate IS NULL AND notification_preferences IS NULL));
CREATE UNIQUE INDEX users_affiliate_code_key ON users ((affiliate ->> 'code'));

-- The name of a former member who let it stand when they left.
ALTER TABLE articles
  ADD COLUMN credited_as text CONSTRAINT articles_credited_as_check CHECK (length(credited_as) BETWEEN 1 AND 200);
