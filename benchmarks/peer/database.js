// Drizzle over postgres.js, with as many connections as one of our services has.
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export const db = drizzle(postgres(process.env.POSTGRES_URL, { max: 10, prepare: process.env.PREPARE === 'true' }))
