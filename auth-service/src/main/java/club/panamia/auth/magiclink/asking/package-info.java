/** Asking for a sign-in mail, on the sign-in page or by the API. */
@NullMarked
package club.panamia.auth.magiclink.asking;

import org.jspecify.annotations.NullMarked;
