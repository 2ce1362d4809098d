import { DrizzleAdapter } from '@auth/drizzle-adapter'
import NextAuth from 'next-auth'
import Nodemailer from 'next-auth/providers/nodemailer'
import { authDb } from '@/db'
import { accounts, sessions, users, verificationTokens } from '@/suite/auth'

const secure = process.env.AUTH_URL?.startsWith('https:') ?? false

/** The suite's own cookie, by Auth.js' own name: whoever is signed in there is signed in here. */
export const SESSION_COOKIE = `${secure ? '__Secure-' : ''}authjs.session-token`

export const { auth, handlers, signIn, signOut } = NextAuth(() => ({
  adapter: DrizzleAdapter(authDb(), {
    usersTable: users,
    accountsTable: accounts,
    sessionsTable: sessions,
    verificationTokensTable: verificationTokens,
  }),
  // The suite's rule: thirty days, extended once a day.
  session: { strategy: 'database', maxAge: 30 * 86_400, updateAge: 86_400 },
  useSecureCookies: secure,
  cookies: process.env.COOKIE_DOMAIN ? { sessionToken: { options: { domain: process.env.COOKIE_DOMAIN } } } : undefined,
  providers: [Nodemailer({ server: process.env.SMTP_URL, from: process.env.MAIL_FROM ?? 'sitters@pana.test' })],
  pages: { signIn: '/sign-in', verifyRequest: '/sign-in/sent', error: '/sign-in' },
  trustHost: true,
  callbacks: {
    // What a page may know of who asks; never the token, never the address.
    session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name, image: user.image } }),
  },
}))
