/** The token endpoint: what each grant turns into a token (RFC 6749, section 3.2; RFC 8693). */
@NullMarked
package club.panamia.auth.oauth.grant;

import org.jspecify.annotations.NullMarked;
