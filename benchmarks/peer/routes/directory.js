import { sql } from 'drizzle-orm'
import { db } from '../database.js'

const LISTED = sql`p.active AND NOT EXISTS (SELECT FROM users l WHERE l.id = p.user_id AND l.locked_at IS NOT NULL)`

/** The statements of our service: who is on the page and in which order, and what the cards of these few show. */
export async function answer(request) {
  const url = new URL(request.url, 'http://peer')
  const asked = url.searchParams
  if (url.pathname.endsWith('/facets')) return [200, await facets(asked)]
  const rows = asked.has('lat') ? await around(asked) : await found(asked)
  return [200, { items: rows.slice(0, 20).map(card), nextCursor: rows.length > 20 ? String(rows[19].sort_key) : null }]
}

const sought = (asked) => sql`(SELECT internal.sought(${asked.get('q')})
  && ${`'category=${asked.get('category')}' & 'county=${asked.get('county')}'`}::text::tsquery)`

const filtered = (asked) => sql`${LISTED}
  AND p.categories @> ANY (ARRAY[${JSON.stringify({ [asked.get('category')]: true })}::jsonb])
  AND p.counties @> ANY (ARRAY[${JSON.stringify({ [asked.get('county')]: true })}::jsonb])`

function found(asked) {
  const q = asked.get('q')
  const key = sql`(1000000 * (ts_rank('{0, 0.2, 0.6, 1}', p.search, (SELECT internal.sought(${q})))
    + similarity(p.folded_name, (SELECT internal.fold(${q})))))::int`
  const candidate = sql`SELECT p.id, p.search, p.folded_name FROM profiles p WHERE ${filtered(asked)}`
  return db.execute(sql`${CARDS} FROM (
    WITH named AS MATERIALIZED (SELECT internal.nearly_called(${q}) AS id)
    SELECT p.id, ${key} AS sort_key, NULL::float8 AS miles
      FROM ((${candidate} AND p.id = ANY (ARRAY(SELECT id FROM named)) LIMIT 500)
            UNION ALL (${candidate} AND p.search @@ ${sought(asked)} AND p.id NOT IN (SELECT id FROM named) LIMIT 500)) p
     ORDER BY sort_key DESC, p.id DESC LIMIT 21) f JOIN profiles c ON c.id = f.id
    ORDER BY f.sort_key DESC, f.id DESC`)
}

const MILES = sql`internal.miles(p.address_lat::float8, p.address_lng::float8, o.lat, o.lng)`
const PLACE = sql`point(p.address_lng::float8, p.address_lat::float8)`

function around(asked) {
  const [lat, lng, radius] = ['lat', 'lng', 'radius'].map((name) => Number(asked.get(name)))
  const middle = sql`(SELECT ${lat}::float8 AS lat, ${lng}::float8 AS lng) o`
  const near = sql`${LISTED} AND p.audience ->> 'address' = 'public'
    AND ${PLACE} <@ internal.box_around(o.lat, o.lng, ${radius}::float8) AND ${MILES} <= ${radius}::float8`
  return db.execute(sql`${CARDS} FROM (
    WITH reach AS MATERIALIZED (
      SELECT CASE WHEN count(*) = 21 THEN max(n.miles) ELSE ${radius}::float8 END AS miles
        FROM ${middle} CROSS JOIN LATERAL (
          SELECT ${MILES} AS miles FROM profiles p WHERE ${near} ORDER BY ${PLACE} <-> point(o.lng, o.lat) LIMIT 21) n)
    SELECT p.id, ${MILES} AS sort_key, ${MILES} AS miles
      FROM profiles p CROSS JOIN ${middle}
     WHERE ${near} AND ${PLACE} <@ internal.box_around(o.lat, o.lng, (SELECT miles FROM reach))
       AND ${MILES} <= (SELECT miles FROM reach)
     ORDER BY sort_key, p.id LIMIT 21) f JOIN profiles c ON c.id = f.id ORDER BY f.sort_key, f.id`)
}

const CARDS = sql`SELECT c.id, f.sort_key, f.miles, c.name, c.address_locality, c.categories, c.counties, c.mentoring, c.verification,
  c.descriptions ->> 'fiveWords' AS five_words, c.descriptions ->> 'details' AS details, c.descriptions ->> 'tags' AS tags, c.images,
  (SELECT u.screenname FROM users u WHERE u.id = c.user_id) AS screenname`

function card(row) {
  return {
    id: row.id,
    screenname: row.screenname,
    name: row.name,
    fiveWords: row.five_words,
    details: row.details,
    tags: row.tags?.split(',').map((tag) => tag.trim()) ?? [],
    categories: keys(row.categories),
    counties: keys(row.counties),
    locality: row.address_locality,
    badges: keys(row.verification),
    mentoring: row.mentoring,
    image: row.images.primary ?? null,
    miles: row.miles === null ? null : Math.round(row.miles * 100) / 100,
  }
}

const keys = (chosen) => Object.keys(chosen).filter((key) => chosen[key] === true)

async function facets(asked) {
  const rows = await db.execute(sql`WITH found AS MATERIALIZED (
      SELECT p.id, p.categories, p.counties, p.address_locality, p.mentoring FROM profiles p
       WHERE ${filtered(asked)} AND (p.search @@ ${sought(asked)}
             OR p.id = ANY (ARRAY(SELECT internal.nearly_called(${asked.get('q')})))) ORDER BY (md5(p.id) || ''), p.id LIMIT 10001)
    SELECT 'total' AS facet, '' AS value, count(*)::int AS count FROM found
    UNION ALL SELECT 'mentors', '', count(*)::int FROM found WHERE mentoring @> '{"enabled": true}'
    UNION ALL SELECT 'category', c.key, count(*)::int FROM found f, jsonb_each(f.categories) c WHERE c.value = 'true' GROUP BY c.key
    UNION ALL SELECT 'county', c.key, count(*)::int FROM found f, jsonb_each(f.counties) c WHERE c.value = 'true' GROUP BY c.key
    UNION ALL SELECT 'language', mode() WITHIN GROUP (ORDER BY l #>> '{}'), count(*)::int
      FROM found f, jsonb_path_query(f.mentoring, '$.languages[*] ? (@.type() == "string")') l
     WHERE f.mentoring @> '{"enabled": true}' GROUP BY internal.fold(l #>> '{}')
    UNION ALL (SELECT 'locality', mode() WITHIN GROUP (ORDER BY f.address_locality), count(*)::int AS often
      FROM found f WHERE f.address_locality IS NOT NULL GROUP BY internal.fold(f.address_locality) ORDER BY often DESC, 2 LIMIT 20)`)
  const all = (facet) => rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }))
  return {
    total: Math.min(all('total')[0].count, 10_000),
    categories: all('category'),
    counties: all('county'),
    localities: all('locality'),
    languages: all('language'),
    mentors: all('mentors')[0].count,
  }
}
