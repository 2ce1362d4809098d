import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'
import { people } from '../suite/people'

const own = pgSchema('bookings')
const id = () => text('id').primaryKey().default(sql`public.pana_id()`)
const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

/** What a sitter offers. It is theirs alone: it goes with them. */
export const listings = own.table(
  'listings',
  {
    id: id(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    dollarsPerNight: integer('dollars_per_night').notNull(),
    createdAt: createdAt(),
  },
  (listing) => [
    index('listings_owner_id_idx').on(listing.ownerId),
    check('listings_title_check', sql`length(${listing.title}) BETWEEN 3 AND 80`),
    check('listings_price_check', sql`${listing.dollarsPerNight} BETWEEN 1 AND 1000`),
  ],
)

/**
 * Nights that a pet's owner booked. They go with the owner; when the sitter leaves, the owner keeps the dates. That nobody books what
 * is taken is the constraint bookings_once, in the migration.
 */
export const bookings = own.table(
  'bookings',
  {
    id: id(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sitterId: text('sitter_id').references(() => people.id, { onDelete: 'set null' }),
    listingId: text('listing_id').references(() => listings.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    createdAt: createdAt(),
  },
  (booking) => [
    index('bookings_owner_id_idx').on(booking.ownerId, booking.startsOn),
    index('bookings_sitter_id_idx').on(booking.sitterId),
    index('bookings_listing_id_idx').on(booking.listingId),
    check('bookings_nights_check', sql`${booking.endsOn} > ${booking.startsOn}`),
  ],
)
