/** Secrets: what is kept encrypted, and what is kept only as a hash. */
@NullMarked
package club.panamia.kernel.secret;

import org.jspecify.annotations.NullMarked;
