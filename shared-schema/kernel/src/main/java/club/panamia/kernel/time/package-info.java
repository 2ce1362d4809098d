/** The clock, so that time is an argument. */
@NullMarked
package club.panamia.kernel.time;

import org.jspecify.annotations.NullMarked;
