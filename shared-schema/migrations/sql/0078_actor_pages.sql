-- Purpose: what actors say of themselves in fields, and whether they want to be found
-- Ticket: N/A (federation)
-- Reversible: Partial
-- Dependencies: 0006_social
-- Rollback:
--   ALTER TABLE social_actors DROP COLUMN fields, DROP COLUMN discoverable, DROP COLUMN indexable;

ALTER TABLE social_actors
  -- Each with a name in plain words and a value in HTML, in the actor's order.
  ADD COLUMN fields jsonb NOT NULL DEFAULT '[]'
    CONSTRAINT social_actors_fields_check CHECK (jsonb_typeof(fields) = 'array' AND jsonb_array_length(fields) <= 16),
  -- Whether others may recommend them.
  ADD COLUMN discoverable boolean NOT NULL DEFAULT false,
  -- Whether what they say to everybody may be searched; as long as they have not decided, whoever may be recommended may be searched.
  ADD COLUMN indexable boolean;
