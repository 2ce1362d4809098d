// A hostile neighbour: an app that was given a place beside the suite and turns against it. Nothing of the suite's changes, and it
// keeps serving. What single statements are refused is tried in shared-schema/testing (HostileNeighbourTest).
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, before, test } from 'node:test'
import { SUITE, connect, direct, eventually } from './suite.mjs'

const owner = connect('POSTGRES_DIRECT_URL')
const PAGES = ['/api/auth/providers', '/api/directory/featured', '/api/articles', '/api/social/statuses', '/problems', '/.well-known/jwks.json']
let serving

/** Everything that the suite made in the database, and every row that people have; foreign keys of others' tables are theirs. */
const snapshot = () =>
  owner.begin(async (sql) => {
    await sql`SET LOCAL ROLE pana_owner`
    const catalog = await sql`
      SELECT 'relation' AS kind, c.oid::regclass::text AS name, concat_ws(' ', c.relkind, c.relowner::regrole, c.relacl) AS what
        FROM pg_class c WHERE c.relnamespace IN ('public'::regnamespace, 'internal'::regnamespace)
      UNION ALL
      SELECT 'column', a.attrelid::regclass || '.' || a.attname, concat_ws(' ', a.atttypid::regtype, a.attnotnull, a.attacl)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace IN ('public'::regnamespace, 'internal'::regnamespace) AND a.attnum > 0
      UNION ALL
      SELECT 'function', p.oid::regprocedure::text, concat_ws(' ', p.proowner::regrole, p.proacl, md5(p.prosrc))
        FROM pg_proc p WHERE p.pronamespace IN ('public'::regnamespace, 'internal'::regnamespace)
      UNION ALL
      SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace IN ('public'::regnamespace, 'internal'::regnamespace)
      UNION ALL
      SELECT 'trigger', tgrelid::regclass || '.' || tgname, concat(tgenabled, pg_get_triggerdef(t.oid))
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace IN ('public'::regnamespace, 'internal'::regnamespace) AND NOT tgisinternal
      UNION ALL
      SELECT 'role', rolname, concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolconnlimit)
        FROM pg_roles WHERE rolname LIKE 'pana%' OR rolname LIKE 'sidecar%'
      ORDER BY 1, 2`
    const tables = await sql`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
    const rows = []
    for (const { tablename } of tables) {
      const [{ all }] = await sql`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS all FROM ${sql(`public.${tablename}`)} t`
      rows.push([tablename, all])
    }
    return { catalog: [...catalog], rows }
  })

/** Asks the suite all the time; every answer must be a good one. */
function visit() {
  const seen = { answers: 0, bad: [] }
  let going = true
  const done = (async () => {
    while (going) {
      const statuses = await Promise.all(PAGES.map(async (path) => [path, (await fetch(SUITE + path)).status]))
      seen.answers += statuses.length
      seen.bad.push(...statuses.filter(([, status]) => status !== 200))
    }
  })()
  return async () => {
    going = false
    await done
    return seen
  }
}

/** What drizzle-kit says, whose word in these things is its output rather than its exit code. */
const push = (setting, schemas) =>
  new Promise((resolve) => {
    const settings = { ...process.env, POSTGRES_URL: direct(setting), SCHEMAS: schemas }
    const kit = spawn('node_modules/.bin/drizzle-kit', ['push', '--force', '--config', 'test/hostile/drizzle.config.ts'], {
      env: settings, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000,
    })
    let said = ''
    for (const stream of [kit.stdout, kit.stderr]) stream.on('data', (text) => (said += text))
    kit.on('close', () => resolve(said))
  })

/** Does something hostile while the suite is visited, and compares. */
async function harmless(attack) {
  const before = await snapshot()
  assert.ok(before.catalog.length > 500 && before.rows.length >= 27, 'the snapshot sees the suite')
  const end = visit()
  try {
    await attack()
  } finally {
    serving = await end()
  }
  assert.deepEqual(await snapshot(), before)
  assert.deepEqual(serving.bad, [])
  assert.ok(serving.answers >= PAGES.length)
}

before(() => eventually('the suite answers', () => fetch(`${SUITE}/api/auth/providers`).then((answer) => answer.ok)))
after(() => owner.end())

for (const [tier, setting] of [['sidecar', 'POSTGRES_URL_BOOKINGS'], ['sidecar_auth', 'POSTGRES_URL_BOOKINGS_AUTH']]) {
  test(`drizzle-kit push --force of an empty schema drops nothing of ours, as ${tier}`, () =>
    harmless(async () => assert.match(await push(setting, 'public'), /must be owner of|permission denied/)))

  // It gives up, wordless, while it reads a schema that is closed to it.
  test(`nor does it where it is told of all our schemas, as ${tier}`, () =>
    harmless(async () => assert.doesNotMatch(await push(setting, 'public,internal'), /Changes applied/)))

  test(`whoever opens all the connections that it can get keeps nobody else out, as ${tier}`, () =>
    harmless(async () => {
      const held = []
      try {
        const refused = await (async () => {
          while (held.length < 100) {
            const one = connect(setting)
            held.push(one)
            try {
              await one`SELECT 1`
            } catch (error) {
              return error
            }
          }
        })()
        assert.equal(refused?.code, '53300')
        assert.ok(held.length <= 11, `${held.length} connections`)
      } finally {
        await Promise.all(held.map((one) => one.end()))
      }
    }))

  test(`whoever holds a lock on users stops no reader, and loses it to the watchdog, as ${tier}`, () =>
    harmless(async () => {
      const holder = connect(setting)
      const ops = connect('POSTGRES_URL_OPS')
      try {
        // The strongest lock that it can get; its own timeouts it may switch off.
        const grip = await holder.reserve()
        await grip`SET idle_in_transaction_session_timeout = 0`
        await grip`BEGIN`
        await grip.unsafe('CREATE TABLE grip (id text REFERENCES public.users (id))')
        const [{ waiting }] = await ops`SELECT count(*) AS waiting FROM public.users`
        assert.ok(Number(waiting) >= 0)
        const ended = await ops`SELECT role_name FROM internal.end_stale_sidecars('0 seconds')`
        assert.equal(ended.length, 1)
        await assert.rejects(grip`SELECT 1`)
      } finally {
        await Promise.all([holder.end({ timeout: 1 }), ops.end()])
      }
    }))
}
