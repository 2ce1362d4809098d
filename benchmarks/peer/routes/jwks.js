const keys = await (await fetch(process.env.JWKS_URL)).json()

/** The public keys, from memory. */
export async function answer() {
  return [200, keys]
}
