// The suite's tables are the suite's: our migrations point to them and change nothing of them.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'

const statements = readdirSync('drizzle')
  .filter((file) => file.endsWith('.sql'))
  .flatMap((file) => readFileSync(`drizzle/${file}`, 'utf8').split('--> statement-breakpoint'))
  .map((statement) => statement.replace(/^--.*$/gm, '').trim())

test('migrations make and change only what is in our schema', () => {
  assert.ok(statements.length >= 11)
  for (const statement of statements) {
    assert.match(statement, /^(CREATE|ALTER) TABLE "bookings"\.|^CREATE INDEX "\w+" ON "bookings"\./)
  }
})

test('of the suite they name people\'s ids and the making of ids, and nothing else', () => {
  const named = statements.flatMap((statement) => statement.match(/"?public"?\.[\w"().]+/g) ?? [])
  assert.deepEqual(new Set(named), new Set(['public.pana_id()', '"public"."users"("id")']))
})

test('Drizzle knows of no table but ours', () => {
  const snapshots = readdirSync('drizzle/meta').filter((file) => file.endsWith('_snapshot.json'))
  const { tables } = JSON.parse(readFileSync(`drizzle/meta/${snapshots.sort().at(-1)}`, 'utf8'))
  assert.deepEqual(Object.keys(tables).sort(), ['bookings.bookings', 'bookings.listings'])
})
