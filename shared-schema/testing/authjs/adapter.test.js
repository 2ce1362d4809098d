// The stock @auth/drizzle-adapter, unmodified, on the suite's tables as a trusted sidecar: every method but deleteUser, which the
// suite owns. POSTGRES_URL names the database as a member of sidecar_auth; THROUGH says by which way, for the report.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { accounts, sessions, users, verificationTokens } from './tables.js'

const way = process.env.THROUGH ?? 'one way'
// Named statements do not outlive a transaction behind an older PgBouncer.
const client = postgres(process.env.POSTGRES_URL, { prepare: false, max: 3 })
const adapter = DrizzleAdapter(drizzle(client), {
  usersTable: users,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
})

const email = `${randomUUID()}@example.org`
const soon = () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000)
let ana

before(async () => {
  ana = await adapter.createUser({ id: randomUUID(), name: 'Ana', email, emailVerified: null, image: null })
})

after(() => client.end())

test(`creates and reads a person (${way})`, async () => {
  assert.equal(ana.email, email)
  assert.deepEqual(await adapter.getUser(ana.id), ana)
  assert.deepEqual(await adapter.getUserByEmail(email), ana)
  assert.equal(await adapter.getUserByEmail('nobody@example.org'), null)
})

test(`updates a person (${way})`, async () => {
  const verified = soon()

  const updated = await adapter.updateUser({ id: ana.id, name: 'Anita', emailVerified: verified })

  assert.equal(updated.name, 'Anita')
  assert.deepEqual((await adapter.getUser(ana.id)).emailVerified, verified)
})

test(`links an account, finds the person by it and unlinks it (${way})`, async () => {
  const account = { provider: 'google', providerAccountId: randomUUID() }

  await adapter.linkAccount({ ...account, userId: ana.id, type: 'oidc', access_token: 'a', expires_at: 1, scope: 'openid' })

  assert.equal((await adapter.getUserByAccount(account)).id, ana.id)
  assert.equal((await adapter.getAccount(account.providerAccountId, account.provider)).userId, ana.id)
  await adapter.unlinkAccount(account)
  assert.equal(await adapter.getUserByAccount(account), null)
})

test(`opens, reads, extends and ends a session (${way})`, async () => {
  const sessionToken = randomUUID()
  const expires = soon()

  await adapter.createSession({ sessionToken, userId: ana.id, expires })

  const found = await adapter.getSessionAndUser(sessionToken)
  assert.equal(found.user.id, ana.id)
  assert.deepEqual(found.session.expires, expires)
  const later = new Date(expires.getTime() + 3_600_000)
  await adapter.updateSession({ sessionToken, expires: later })
  assert.deepEqual((await adapter.getSessionAndUser(sessionToken)).session.expires, later)
  await adapter.deleteSession(sessionToken)
  assert.equal(await adapter.getSessionAndUser(sessionToken), null)
})

test(`uses a verification token once (${way})`, async () => {
  const token = { identifier: email, token: randomUUID() }
  await adapter.createVerificationToken({ ...token, expires: soon() })

  assert.equal((await adapter.useVerificationToken(token)).identifier, email)
  assert.equal(await adapter.useVerificationToken(token), null)
})

test(`uses a verification token once however many try at the same moment (${way})`, async () => {
  const token = { identifier: email, token: randomUUID() }
  await adapter.createVerificationToken({ ...token, expires: soon() })

  const used = await Promise.all(Array.from({ length: 20 }, () => adapter.useVerificationToken(token)))

  assert.equal(used.filter(Boolean).length, 1)
})

test(`cannot rise: neither a role nor an address is its to change (${way})`, async () => {
  await assert.rejects(adapter.updateUser({ id: ana.id, email: 'other@example.org' }), denied)
  await assert.rejects(client`UPDATE users SET role = 'admin' WHERE id = ${ana.id}`, denied)
  await assert.rejects(adapter.deleteUser(ana.id), denied)
})

/** Drizzle wraps what PostgreSQL says: 42501 is insufficient_privilege. */
function denied(error) {
  return (error.cause ?? error).code === '42501'
}
