-- Purpose: articles and the announcements that go out with them
-- Ticket: N/A (foundation)
-- Reversible: Yes
-- Rollback:
--   DROP TABLE article_announcements, articles;
--   DROP TYPE cc_license;
--   DROP TYPE article_status;
--   DROP TYPE article_type;

CREATE TYPE article_type AS ENUM ('business_update', 'community_commentary', 'staff_update');
CREATE TYPE article_status AS ENUM ('draft', 'pending_review', 'revision_needed', 'published', 'removed');
CREATE TYPE cc_license AS ENUM ('cc-by-4', 'cc-by-sa-4', 'cc-0');

CREATE TABLE articles (
  id                text PRIMARY KEY DEFAULT pana_id(),
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  version           int NOT NULL DEFAULT 0,
  slug              text NOT NULL CONSTRAINT articles_slug_key UNIQUE
                      CONSTRAINT articles_slug_check CHECK (slug ~ '^[a-z0-9_-]{1,100}$'),
  title             text NOT NULL CONSTRAINT articles_title_check CHECK (length(btrim(title)) BETWEEN 1 AND 200),
  content           text NOT NULL DEFAULT '' CONSTRAINT articles_content_check CHECK (length(content) <= 200000),
  excerpt           text CONSTRAINT articles_excerpt_check CHECK (length(excerpt) <= 500),
  cover_image       text CONSTRAINT articles_cover_image_check CHECK (length(cover_image) <= 2048),
  cover_image_alt   text CONSTRAINT articles_cover_image_alt_check CHECK (length(cover_image_alt) <= 1500),
  article_type      article_type NOT NULL,
  cc_license        cc_license NOT NULL DEFAULT 'cc-by-4',
  language          text NOT NULL DEFAULT 'en' CONSTRAINT articles_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  tags              text[] NOT NULL DEFAULT '{}' CONSTRAINT articles_tags_check CHECK (cardinality(tags) <= 5),
  -- NULL only once the author is gone and the article is the community's record.
  author_id         text CONSTRAINT articles_author_id_fkey REFERENCES users (id) ON DELETE SET NULL,
  co_authors        jsonb NOT NULL DEFAULT '[]' CONSTRAINT articles_co_authors_check CHECK (jsonb_typeof(co_authors) = 'array'),
  reviewed_by       jsonb CONSTRAINT articles_reviewed_by_check CHECK (jsonb_typeof(reviewed_by) = 'object'),
  in_reply_to       text CONSTRAINT articles_in_reply_to_fkey REFERENCES articles (id) ON DELETE SET NULL,
  status            article_status NOT NULL DEFAULT 'draft',
  published_at      timestamptz,
  removed_at        timestamptz,
  removed_by        text CONSTRAINT articles_removed_by_fkey REFERENCES users (id) ON DELETE SET NULL,
  removal_reason    text CONSTRAINT articles_removal_reason_check CHECK (length(btrim(removal_reason)) BETWEEN 10 AND 1000),
  reading_time      int NOT NULL DEFAULT 1 CONSTRAINT articles_reading_time_check CHECK (reading_time >= 1),
  mastodon_post_url text CONSTRAINT articles_mastodon_post_url_check CHECK (length(mastodon_post_url) <= 2048),
  search            tsvector GENERATED ALWAYS AS (
                      setweight(to_tsvector('simple', internal.fold(title)), 'A')
                      || setweight(to_tsvector('simple', internal.fold(coalesce(excerpt, ''))), 'B')
                      || setweight(to_tsvector('simple', internal.fold(left(content, 100000))), 'C')) STORED,
  CONSTRAINT articles_author_check CHECK (author_id IS NOT NULL OR status IN ('published', 'removed')),
  CONSTRAINT articles_published_check CHECK (status <> 'published' OR published_at IS NOT NULL),
  CONSTRAINT articles_removed_check CHECK (status <> 'removed' OR (removed_at IS NOT NULL AND removal_reason IS NOT NULL)),
  CONSTRAINT articles_reply_check CHECK (in_reply_to <> id)
);
CREATE INDEX articles_published_idx ON articles (published_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX articles_author_idx ON articles (author_id, updated_at DESC, id DESC);
CREATE INDEX articles_co_authors_idx ON articles USING gin (co_authors jsonb_path_ops);
CREATE INDEX articles_reviewed_by_idx ON articles USING gin (reviewed_by jsonb_path_ops);
CREATE INDEX articles_tags_idx ON articles USING gin (tags) WHERE status = 'published';
CREATE INDEX articles_search_idx ON articles USING gin (search) WHERE status = 'published';
CREATE INDEX articles_in_reply_to_idx ON articles (in_reply_to, published_at DESC);
CREATE INDEX articles_removed_by_idx ON articles (removed_by) WHERE removed_by IS NOT NULL;
CREATE TRIGGER articles_keep_version BEFORE UPDATE ON articles FOR EACH ROW EXECUTE FUNCTION internal.keep_version();

CREATE TABLE article_announcements (
  id         text PRIMARY KEY DEFAULT pana_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version    int NOT NULL DEFAULT 0,
  article_id text NOT NULL CONSTRAINT article_announcements_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
  author_id  text NOT NULL CONSTRAINT article_announcements_author_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  -- Actor and post are social-service's rows: it owns them and may drop them, so these are plain references.
  actor_id   text,
  content    text NOT NULL CONSTRAINT article_announcements_content_check CHECK (length(content) BETWEEN 1 AND 5000),
  status_id  text CONSTRAINT article_announcements_status_id_key UNIQUE,
  CONSTRAINT article_announcements_author_key UNIQUE (article_id, author_id)
);
CREATE INDEX article_announcements_author_id_idx ON article_announcements (author_id);
CREATE TRIGGER article_announcements_keep_version BEFORE UPDATE ON article_announcements
  FOR EACH ROW EXECUTE FUNCTION internal.keep_version();
