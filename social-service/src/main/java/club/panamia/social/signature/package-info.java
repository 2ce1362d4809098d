/**
 * Requests that say who sends them, in both forms that the fediverse speaks: draft-cavage-http-signatures-12 and HTTP Message
 * Signatures (RFC 9421). Nothing here asks for keys or keeps anything.
 */
@NullMarked
package club.panamia.social.signature;

import org.jspecify.annotations.NullMarked;
