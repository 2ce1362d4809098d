/** Programs ask what a token is worth now (RFC 7662), or end it (RFC 7009). */
@NullMarked
package club.panamia.auth.oauth.inspect;

import org.jspecify.annotations.NullMarked;
