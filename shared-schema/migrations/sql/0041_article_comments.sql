-- Purpose: comments under articles: what is hidden there, and what was last read of a linked Mastodon post's thread
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Yes
-- Dependencies: 0005_articles, 0006_social
-- Rollback:
--   DROP TABLE internal.mastodon_thread, internal.hidden_comment;

-- Under its article only; the post itself stays where it is.
CREATE TABLE internal.hidden_comment (
  status_id  text CONSTRAINT hidden_comment_pkey PRIMARY KEY
               CONSTRAINT hidden_comment_status_id_fkey REFERENCES public.social_statuses (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  article_id text NOT NULL CONSTRAINT hidden_comment_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  -- NULL once they have left.
  hidden_by  text CONSTRAINT hidden_comment_hidden_by_fkey REFERENCES public.users (id) ON DELETE SET NULL,
  reason     text NOT NULL CONSTRAINT hidden_comment_reason_check CHECK (length(btrim(reason)) BETWEEN 3 AND 500)
);
CREATE INDEX hidden_comment_article_idx ON internal.hidden_comment (article_id, created_at DESC, status_id DESC);
CREATE INDEX hidden_comment_hidden_by_idx ON internal.hidden_comment (hidden_by) WHERE hidden_by IS NOT NULL;
CREATE TRIGGER hidden_comment_keep_updated_at BEFORE UPDATE ON internal.hidden_comment
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();

-- One per linked post: what its server said last. Whoever moves asked_at ahead asks next, and nobody beside them.
CREATE TABLE internal.mastodon_thread (
  article_id text CONSTRAINT mastodon_thread_pkey PRIMARY KEY
               CONSTRAINT mastodon_thread_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  post_url   text NOT NULL CONSTRAINT mastodon_thread_post_url_check CHECK (post_url ~ '^https?://' AND length(post_url) <= 2048),
  asked_at   timestamptz,
  read_at    timestamptz,
  comments   jsonb NOT NULL DEFAULT '[]' CONSTRAINT mastodon_thread_comments_check CHECK (
               jsonb_typeof(comments) = 'array' AND jsonb_array_length(comments) <= 500),
  CONSTRAINT mastodon_thread_asked_check CHECK (read_at IS NULL OR asked_at IS NOT NULL)
);
CREATE TRIGGER mastodon_thread_keep_updated_at BEFORE UPDATE ON internal.mastodon_thread
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
