/** The page {@code /account/security}: where one is signed in, by what, and what was done to the account. */
@NullMarked
package club.panamia.auth.security;

import org.jspecify.annotations.NullMarked;
