import { defineConfig } from 'drizzle-kit'

// What a careless or an angry developer does: nothing should be there, so everything goes.
export default defineConfig({
  dialect: 'postgresql',
  schema: './test/hostile/schema.ts',
  schemaFilter: process.env.SCHEMAS!.split(','),
  dbCredentials: { url: process.env.POSTGRES_URL! },
})
