import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** Named statements do not outlive a transaction behind an older PgBouncer, hence `prepare: false`. */
function connect(setting: string, max: number) {
  const url = process.env[setting]
  if (!url) throw new Error(`${setting} is missing: bin/run sets it.`)
  return drizzle(postgres(url, { prepare: false, max }))
}

// Made when first asked, so that a build needs no database; and once, however often a module is loaded anew in development.
const pools: { own?: ReturnType<typeof connect>; auth?: ReturnType<typeof connect> } = ((globalThis as any).pools ??= {})

/** As the tier `sidecar`: our tables and people's public face. */
export const db = () => (pools.own ??= connect('POSTGRES_URL', 5))

/** As the tier `sidecar_auth`: Auth.js, and nothing else. */
export const authDb = () => (pools.auth ??= connect('POSTGRES_URL_AUTH', 3))
