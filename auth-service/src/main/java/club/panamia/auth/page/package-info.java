/** What all pages of auth-service share: their frame, their language, where they lead, and what the sign-in page offers. */
@NullMarked
package club.panamia.auth.page;

import org.jspecify.annotations.NullMarked;
