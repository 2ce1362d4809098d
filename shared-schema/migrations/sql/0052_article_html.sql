-- Purpose: HTML is made of an article's Markdown once per save, and not with each reading
-- Ticket: N/A (articles that two people stand behind)
-- Reversible: Yes
-- Dependencies: 0005_articles
-- Rollback:
--   DROP TABLE internal.article_html;

-- Of published articles only. A row counts for the version that it was made of and the rules that it was made by.
CREATE TABLE internal.article_html (
  article_id text CONSTRAINT article_html_pkey PRIMARY KEY
               CONSTRAINT article_html_article_id_fkey REFERENCES public.articles (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version    int NOT NULL CONSTRAINT article_html_version_check CHECK (version >= 0),
  rules      text NOT NULL CONSTRAINT article_html_rules_check CHECK (length(rules) BETWEEN 1 AND 300),
  html       text NOT NULL
);
CREATE TRIGGER article_html_keep_updated_at BEFORE UPDATE ON internal.article_html
  FOR EACH ROW EXECUTE FUNCTION internal.keep_updated_at();
