// Applies what is new in drizzle/, as Drizzle's own migrator would, in one transaction. Drizzle's begins with CREATE SCHEMA IF NOT
// EXISTS, which PostgreSQL refuses to who may not make schemas, even where the schema is there; ours was made by bin/new-sidecar.
import { readMigrationFiles } from 'drizzle-orm/migrator'
import postgres from 'postgres'

const sql = postgres(process.env.POSTGRES_URL, { prepare: false, max: 1, onnotice: () => {} })
const migrations = readMigrationFiles({ migrationsFolder: new URL('drizzle', import.meta.url).pathname })

await sql.begin(async (transaction) => {
  await transaction`CREATE TABLE IF NOT EXISTS bookings.__drizzle_migrations
                      (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`
  // Two starts at once take turns.
  await transaction`LOCK TABLE bookings.__drizzle_migrations`
  const [last] = await transaction`SELECT max(created_at) AS at FROM bookings.__drizzle_migrations`
  for (const migration of migrations.filter((one) => one.folderMillis > Number(last.at ?? 0))) {
    for (const statement of migration.sql) await transaction.unsafe(statement)
    await transaction`INSERT INTO bookings.__drizzle_migrations (hash, created_at) VALUES (${migration.hash}, ${migration.folderMillis})`
  }
})
await sql.end()
