import { sql } from 'drizzle-orm'
import { db } from '../database.js'

const COUNT = sql`jsonb_array_length(jsonb_path_query_array(page.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count`
const NAMES = sql`u.id IS NOT NULL AS author_known, u.screenname AS author_screenname, ${COUNT}`
const COLUMNS = sql`a.id, a.slug, a.title, a.excerpt, a.article_type::text AS article_type, a.language, a.tags, a.cover_image,
  a.cover_image_alt, a.reading_time, a.published_at, a.author_id, a.co_authors, a.credited_as`
const PAGE = sql`page.id, page.slug, page.title, page.excerpt, page.article_type, page.language, page.tags, page.cover_image,
  page.cover_image_alt, page.reading_time, page.published_at, page.author_id, page.credited_as`
const JOINED = sql`LEFT JOIN users u ON u.id = page.author_id AND u.scrubbed_at IS NULL`

/** The statements of our service. */
export async function answer(request) {
  const url = new URL(request.url, 'http://peer')
  if (url.pathname === '/api/articles') return [200, listed(await list(url.searchParams), card)]
  if (url.pathname === '/api/articles/search') return [200, listed(await search(url.searchParams.get('q')), found)]
  const [row] = await one(url.pathname.slice('/api/articles/'.length))
  return row ? [200, article(row)] : [404, {}]
}

function list(asked) {
  const type = asked.has('type') ? sql`AND a.article_type = ${asked.get('type')}::text::article_type` : sql``
  const tag = asked.has('tag') ? sql`AND a.tags @> ARRAY[${asked.get('tag')}::text]` : sql``
  const author = asked.has('author') ? by(asked.get('author')) : sql``
  return db.execute(sql`SELECT ${PAGE}, ${NAMES} FROM (SELECT ${COLUMNS} FROM articles a
     WHERE a.status = 'published' AND (a.published_at, a.id) < ('9999-01-01Z', '') ${type} ${tag} ${author}
     ORDER BY a.published_at DESC, a.id DESC LIMIT 21) page ${JOINED} ORDER BY page.published_at DESC, page.id DESC`)
}

function by(name) {
  const writer = sql`(SELECT w.id FROM users w WHERE lower(w.screenname) = lower(${name}::text))`
  return sql`AND (SELECT w.id FROM users w WHERE lower(w.screenname) = lower(${name}::text) AND w.scrubbed_at IS NULL) IS NOT NULL
    AND a.id = ANY (ARRAY(SELECT b.id FROM articles b WHERE b.author_id = ${writer} UNION
      SELECT b.id FROM articles b WHERE b.co_authors @> jsonb_build_array(jsonb_build_object('status', 'accepted', 'userId', ${writer}))))`
}

function search(q) {
  return db.execute(sql`WITH sought (words) AS MATERIALIZED (SELECT internal.sought(${q})),
     found (id) AS (
       (SELECT a.id FROM articles a WHERE a.status = 'published' AND a.headwords @@ (SELECT words FROM sought)
           AND a.search @@ (SELECT words FROM sought) LIMIT 1000)
        UNION
       (SELECT a.id FROM articles a WHERE a.status = 'published' AND a.search @@ (SELECT words FROM sought) LIMIT 1000)),
     page AS (SELECT a.id, (1000000 * ts_rank(a.headwords, (SELECT words FROM sought)))::int AS rank
                FROM found JOIN articles a USING (id) ORDER BY rank DESC, a.id DESC LIMIT 21)
    SELECT ${COLUMNS}, u.id IS NOT NULL AS author_known, u.screenname AS author_screenname,
      jsonb_array_length(jsonb_path_query_array(a.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count, ts_headline(
      CASE WHEN a.language LIKE 'es%' THEN 'internal.spanish_marked' ELSE 'internal.english_marked' END::regconfig,
      CASE WHEN a.headwords @@ (SELECT words FROM sought) THEN concat_ws(' ', a.title, '–', a.excerpt)
           ELSE concat_ws(' ', a.title, '–', a.excerpt, left(a.content, 20000)) END,
      (SELECT words FROM sought), 'StartSel=<, StopSel=>, MaxFragments=2, MaxWords=24, MinWords=8') AS highlight
     FROM page JOIN articles a USING (id) LEFT JOIN users u ON u.id = a.author_id AND u.scrubbed_at IS NULL
    ORDER BY page.rank DESC, page.id DESC`)
}

function one(slug) {
  return db.execute(sql`SELECT a.id, a.slug, a.title, a.content, a.excerpt, a.article_type::text AS article_type,
      a.cc_license::text AS cc_license, a.language, a.tags, a.cover_image, a.cover_image_alt, a.reading_time,
      a.status::text AS status, a.published_at, u.id IS NOT NULL AS author_known, u.screenname AS author_screenname, a.credited_as,
      parent.slug AS parent_slug, parent.title AS parent_title, a.version, reviewer.screenname AS reviewer_screenname,
      CASE WHEN a.reviewed_by ->> 'status' = 'approved' THEN a.reviewed_by ->> 'revision' END AS approved_revision,
      coalesce((SELECT jsonb_agg(jsonb_build_object('screenname', w.screenname) ORDER BY c.place)
                  FROM jsonb_array_elements(a.co_authors) WITH ORDINALITY AS c (entry, place)
                  JOIN users w ON w.id = c.entry ->> 'userId' AND w.scrubbed_at IS NULL
                 WHERE c.entry ->> 'status' = 'accepted'), '[]') AS co_authors
     FROM articles a
     LEFT JOIN users u ON u.id = a.author_id AND u.scrubbed_at IS NULL
     LEFT JOIN articles parent ON parent.id = a.in_reply_to AND parent.status = 'published'
     LEFT JOIN users reviewer ON reviewer.id = a.reviewed_by ->> 'userId' AND reviewer.scrubbed_at IS NULL
                             AND a.reviewed_by ->> 'status' = 'approved'
    WHERE a.slug = ${slug} AND a.status = 'published'`)
}

const listed = (rows, shown) => ({ items: rows.slice(0, 20).map(shown), nextCursor: rows.length > 20 ? rows[19].id : null })

const found = (row) => ({ article: card(row), highlight: row.highlight })

function card(row) {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    excerpt: row.excerpt,
    articleType: row.article_type,
    language: row.language,
    tags: row.tags,
    coverImage: row.cover_image,
    coverImageAlt: row.cover_image_alt,
    readingTime: row.reading_time,
    publishedAt: row.published_at,
    author: byline(row),
    coAuthorCount: row.co_author_count,
  }
}

function article(row) {
  return {
    ...card(row),
    content: row.content,
    ccLicense: row.cc_license,
    status: row.status,
    coAuthors: row.co_authors,
    reviewedBy: row.approved_revision && { screenname: row.reviewer_screenname, revision: row.approved_revision },
    inReplyTo: row.parent_slug && { slug: row.parent_slug, title: row.parent_title },
  }
}

function byline(row) {
  if (row.author_known) return { screenname: row.author_screenname }
  return row.credited_as ? { formerMember: row.credited_as } : null
}
