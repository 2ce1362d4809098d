'use server'

import { eq } from 'drizzle-orm'
import { redirect } from 'next/navigation'
import { auth, signIn, signOut } from '@/auth'
import { db } from '@/db'
import { bookings, listings } from '@/db/schema'
import type { Refusal } from '@/words'

/** Every action asks anew: a session that was ended a moment ago, wherever that was, opens nothing here. */
async function signedIn(): Promise<string> {
  const session = await auth()
  if (!session?.user?.id) redirect('/sign-in')
  return session.user.id
}

const refuse = (problem: Refusal): never => redirect(`/?problem=${problem}`)
const field = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** PostgreSQL has the last word; Drizzle wraps what it says. */
const broken = (error: any): string | undefined => (error.cause ?? error).constraint_name

export async function offer(form: FormData) {
  const ownerId = await signedIn()
  const title = field(form, 'title')
  const dollarsPerNight = Number(field(form, 'dollars'))
  if (title.length < 3 || title.length > 80 || !(Number.isInteger(dollarsPerNight) && dollarsPerNight >= 1 && dollarsPerNight <= 1000)) {
    refuse('offer')
  }
  await db().insert(listings).values({ ownerId, title, dollarsPerNight })
  redirect('/')
}

export async function book(form: FormData) {
  const ownerId = await signedIn()
  const [startsOn, endsOn] = [field(form, 'from'), field(form, 'until')]
  const day = /^\d{4}-\d{2}-\d{2}$/
  const today = new Date().toISOString().slice(0, 10)
  if (!day.test(startsOn) || !day.test(endsOn) || startsOn < today || endsOn <= startsOn) refuse('dates')
  const [listing] = await db().select().from(listings).where(eq(listings.id, field(form, 'listing')))
  if (!listing) return refuse('gone')
  try {
    await db()
      .insert(bookings)
      .values({ ownerId, sitterId: listing.ownerId, listingId: listing.id, title: listing.title, startsOn, endsOn })
  } catch (error) {
    if (broken(error) === 'bookings_once') refuse('taken')
    if (broken(error) === 'bookings_listing_id_listings_id_fk') refuse('gone')
    throw error
  }
  redirect('/bookings')
}

export async function sendLink(form: FormData) {
  await signIn('nodemailer', { email: field(form, 'email'), redirectTo: '/' })
}

export async function leave() {
  await signOut({ redirectTo: '/' })
}
