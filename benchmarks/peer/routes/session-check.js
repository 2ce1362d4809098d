import { sql } from 'drizzle-orm'
import { db } from '../database.js'

const NAME = 'authjs.session-token='

/** Who is asking, by the cookie: the statement of our services. */
export async function answer(request) {
  const cookie = request.headers.cookie?.split('; ').find((each) => each.startsWith(NAME))
  if (!cookie) return [401, {}]
  const token = cookie.slice(NAME.length)
  const [row] = await db.execute(
    sql`SELECT user_id, screenname, session_public_id, roles, due FROM internal.session_actor(${token})`,
  )
  return row ? [200, { userId: row.user_id, screenname: row.screenname, roles: row.roles }] : [401, {}]
}
