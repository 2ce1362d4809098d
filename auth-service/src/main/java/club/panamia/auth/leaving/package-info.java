/** Leaving: what stands in the way, what goes and what stays, and the deletion of an account. */
@NullMarked
package club.panamia.auth.leaving;

import org.jspecify.annotations.NullMarked;
