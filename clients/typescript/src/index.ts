import createFetch, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './schema.js'

/** What the suite sends and takes, by name: `Schemas['ArticleView']`. */
export type Schemas = components['schemas']

/** A refusal, of whatever kind (RFC 9457). */
export type Problem = Schemas['Problem']

/** The whole API: `await pana.GET('/api/users/{id}/byline', { params: { path: { id } } })`. */
export type PanaClient = Client<paths>

/** The suite behind `baseUrl`, such as https://panamia.club. */
export function createClient(options: ClientOptions & { baseUrl: string }): PanaClient {
  return createFetch<paths>(options)
}

/** Asks as the person whose session cookie a server was shown. Only from servers: a browser sends its cookies by itself. */
export function withSession(name: string, token: string): { headers: { Cookie: string } } {
  return { headers: { Cookie: `${name}=${token}` } }
}
