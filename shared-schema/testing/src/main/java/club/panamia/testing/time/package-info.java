/** Time that tests let pass. */
@NullMarked
package club.panamia.testing.time;

import org.jspecify.annotations.NullMarked;
