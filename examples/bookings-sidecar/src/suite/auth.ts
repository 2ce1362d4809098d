import { sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

// The suite's four auth tables, as far as the tier `sidecar_auth` may use them: what the stock Auth.js adapter reads and writes.
const time = (name: string) => timestamp(name, { mode: 'date', withTimezone: true })

export const users = pgTable('users', {
  id: text('id').primaryKey().default(sql`public.pana_id()`),
  name: text('name'),
  email: text('email').notNull(),
  emailVerified: time('email_verified'),
  image: text('image'),
})

export const accounts = pgTable(
  'accounts',
  {
    userId: text('user_id').notNull(),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (account) => [primaryKey({ columns: [account.provider, account.providerAccountId] })],
)

export const sessions = pgTable('sessions', {
  sessionToken: text('session_token').primaryKey(),
  userId: text('user_id').notNull(),
  expires: time('expires').notNull(),
})

export const verificationTokens = pgTable(
  'verification_tokens',
  {
    identifier: text('identifier').notNull(),
    token: text('token').notNull(),
    expires: time('expires').notNull(),
  },
  (token) => [primaryKey({ columns: [token.identifier, token.token] })],
)
