/** Everything that is refused leaves the house by one door, as RFC 9457 problem details. */
@NullMarked
package club.panamia.kernel.problem;

import org.jspecify.annotations.NullMarked;
