/** Signing in by a link that arrives by mail. Opening it changes nothing; only a person's own click does. */
@NullMarked
package club.panamia.auth.magiclink;

import org.jspecify.annotations.NullMarked;
