-- Purpose: what every table stands on: text search helpers, sortable ids, timestamps that any writer gets
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Dependencies: pg_trgm, unaccent, btree_gist (contrib, trusted: no superuser needed)
-- Rollback:
--   DROP FUNCTION internal.fold(text);
--   DROP FUNCTION internal.keep_version();
--   DROP FUNCTION internal.keep_updated_at();
--   DROP FUNCTION public.pana_id();
--   DROP EXTENSION btree_gist;
--   DROP EXTENSION unaccent;
--   DROP EXTENSION pg_trgm;

CREATE SCHEMA IF NOT EXISTS internal;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A sortable id: 'p', ten base-36 digits of microseconds since 1970, thirteen random ones (67 bits).
-- The shape is CUID2's, so its validators accept it; the Java generator of the kernel makes the same.
CREATE FUNCTION public.pana_id() RETURNS text LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
DECLARE
  digits constant text := '0123456789abcdefghijklmnopqrstuvwxyz';
  micros bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  uuid   text   := replace(gen_random_uuid()::text, '-', '');
  -- The version and variant digits (13th and 17th) are not random and are left out.
  high   bigint := ('x' || '0' || substr(uuid, 1, 12) || substr(uuid, 14, 3))::bit(64)::bigint;
  low    bigint := ('x' || '0' || substr(uuid, 18, 15))::bit(64)::bigint;
  id     text   := '';
BEGIN
  FOR i IN 1..10 LOOP
    id := substr(digits, (micros % 36)::int + 1, 1) || id;
    micros := micros / 36;
  END LOOP;
  FOR i IN 1..7 LOOP
    id := id || substr(digits, (high % 36)::int + 1, 1);
    high := high / 36;
  END LOOP;
  FOR i IN 1..6 LOOP
    id := id || substr(digits, (low % 36)::int + 1, 1);
    low := low / 36;
  END LOOP;
  RETURN 'p' || id;
END
$$;

-- These two run in the writer's session, with the table's owner's rights where a foreign key acts. Names in full, so that
-- nobody's search_path puts another function in their place; pinning the path would cost more on every row.
CREATE FUNCTION internal.keep_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := pg_catalog.clock_timestamp();
  RETURN NEW;
END
$$;

-- For tables with a version: a writer that does not know of versions still moves it, and so cannot undo
-- unseen what a careful one wrote.
CREATE FUNCTION internal.keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := pg_catalog.clock_timestamp();
  IF NEW.version OPERATOR(pg_catalog.=) OLD.version THEN
    NEW.version := OLD.version OPERATOR(pg_catalog.+) 1;
  END IF;
  RETURN NEW;
END
$$;

-- Lower-case and without accents, for search: 'Rubén' and 'ruben' meet. unaccent(regdictionary, text) is only STABLE
-- because a dictionary could be changed; ours is not, and an index needs the promise.
DO $$
BEGIN
  EXECUTE format(
    'CREATE FUNCTION internal.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
       RETURN lower(%1$I.unaccent(%2$L::regdictionary, value))',
    (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'unaccent'),
    (SELECT format('%I.unaccent', n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname = 'unaccent'));
END
$$;
