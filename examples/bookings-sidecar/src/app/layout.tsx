import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { auth } from '@/auth'
import { waitingNotices } from '@/suite/notices'
import { words } from '@/words'
import { leave } from './actions'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const say = await words()
  return { title: say.title, description: say.intro }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const [say, session] = await Promise.all([words(), auth()])
  const notices = session ? await waitingNotices() : 0
  return (
    <html lang={say.language}>
      <body>
        <header>
          <Link href="/">{say.title}</Link>
          {session?.user ? (
            <>
              <Link href="/bookings">{say.mine}</Link>
              {notices > 0 && <a href={process.env.PANA_URL}>{say.notices(notices)}</a>}
              <span>
                {say.signedInAs} {session.user.name ?? say.unnamed}
              </span>
              <form action={leave}>
                <button>{say.signOut}</button>
              </form>
            </>
          ) : (
            <Link href="/sign-in">{say.signIn}</Link>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
