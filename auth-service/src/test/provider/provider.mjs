// A real OpenID provider for the tests: node provider.mjs PORT REDIRECT_URI…
// Whoever signs in types the account they want to be: "id email verified name", verified being true, false or absent.
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

const [port, ...redirectUris] = process.argv.slice(2);

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function claimsOf(login) {
  const [id, email, verified, name] = login.split(' ');
  return {
    sub: id,
    ...(email && email !== '-' ? { email } : {}),
    ...(verified && verified !== '-' ? { email_verified: verified === 'true' } : {}),
    preferred_username: id,
    ...(name ? { name } : {}),
    picture: `https://id.example/${id}.png`,
    groups: ['admin'],
  };
}

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: 'pana',
    client_secret: 'a-client-secret-of-more-than-32-characters',
    redirect_uris: redirectUris,
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: ['a-key-for-the-cookies-of-the-tests'] },
  pkce: { required: () => true, methods: ['S256'] },
  claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name', 'picture', 'preferred_username'] },
  findAccount: async (context, login) => ({ accountId: login, claims: async () => claimsOf(login) }),
  // Nobody is asked twice: the page for the consent is the provider's, not ours to test.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

provider.listen(port, '127.0.0.1', () => console.log('listening'));
