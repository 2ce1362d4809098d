/** Calls to addresses that somebody else chose. */
@NullMarked
package club.panamia.kernel.guarded;

import org.jspecify.annotations.NullMarked;
