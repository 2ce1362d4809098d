/** Signing in by a link or a code that arrives by mail: what was begun, by which browser, and how it is used up, once. */
@NullMarked
package club.panamia.auth.magiclink;

import org.jspecify.annotations.NullMarked;
