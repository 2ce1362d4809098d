import { createLocalJWKSet, jwtVerify } from 'jose'

const keys = createLocalJWKSet(await (await fetch(process.env.JWKS_URL)).json())
const rules = { issuer: process.env.PUBLIC_URL, audience: 'pana', algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] }

/** Who is asking, by the access token. */
export async function answer(request) {
  const token = request.headers.authorization?.slice('Bearer '.length)
  const { payload } = await jwtVerify(token, keys, rules)
  return [200, { userId: payload.sub, screenname: payload.screenname, roles: payload.groups }]
}
