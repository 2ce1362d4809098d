import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { people } from '@/suite/people'
import { db } from '.'
import { bookings, listings } from './schema'

/** What one calls somebody; null for who never said, and for who is gone. */
const nameOf = (person: typeof people) => sql<string | null>`coalesce(${person.name}, ${person.screenname})`

/** The newest offers, with their sitters' names from the suite's own table. */
export const offers = () =>
  db()
    .select({
      id: listings.id,
      title: listings.title,
      dollars: listings.dollarsPerNight,
      sitterId: listings.ownerId,
      sitter: nameOf(people),
    })
    .from(listings)
    .innerJoin(people, eq(people.id, listings.ownerId))
    .orderBy(desc(listings.id))
    .limit(50)

/** What somebody booked that is not over. */
export const bookedBy = (personId: string) =>
  db()
    .select({
      id: bookings.id,
      title: bookings.title,
      from: bookings.startsOn,
      until: bookings.endsOn,
      sitter: nameOf(people),
    })
    .from(bookings)
    .leftJoin(people, eq(people.id, bookings.sitterId))
    .where(and(eq(bookings.ownerId, personId), gte(bookings.endsOn, sql`current_date`)))
    .orderBy(bookings.startsOn)
    .limit(50)
