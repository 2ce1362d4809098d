import { defineConfig } from 'drizzle-kit'

// Only our own tables are named here. The suite's are in src/suite, which drizzle-kit never reads as ours: a foreign key to them is
// written, a change to them is not.
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/db/schema.ts',
  out: './drizzle',
})
