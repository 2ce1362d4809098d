/** Signing in with an account at another provider, by OAuth 2.0 and OpenID Connect; each is switched on by configuration. */
@NullMarked
package club.panamia.auth.provider;

import org.jspecify.annotations.NullMarked;
