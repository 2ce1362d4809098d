/** Programs that get tokens: who is registered, how they prove themselves, and how they are refused (RFC 6749). */
@NullMarked
package club.panamia.auth.oauth;

import org.jspecify.annotations.NullMarked;
