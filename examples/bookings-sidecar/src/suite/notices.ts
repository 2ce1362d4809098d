import { createClient, withSession } from '@panamia/client'
import { cookies } from 'next/headers'
import { SESSION_COOKIE } from '@/auth'

/** How many notices wait for the person at the suite. What no table shows us, we ask over HTTP, with the cookie that we were shown. */
export async function waitingNotices(): Promise<number> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value
  if (!token) return 0
  const pana = createClient({ baseUrl: process.env.PANA_URL!, ...withSession(SESSION_COOKIE, token) })
  // The page is worth more than the number on it.
  const { data } = await pana
    .GET('/api/notifications/unread-count', { signal: AbortSignal.timeout(1000) })
    .catch(() => ({ data: undefined }))
  return data?.count ?? 0
}
