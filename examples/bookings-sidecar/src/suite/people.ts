import { pgTable, text } from 'drizzle-orm/pg-core'

/** The suite's users, as far as the tier `sidecar` may read them: a person's public face. */
export const people = pgTable('users', {
  id: text('id').primaryKey(),
  screenname: text('screenname'),
  name: text('name'),
  image: text('image'),
})
