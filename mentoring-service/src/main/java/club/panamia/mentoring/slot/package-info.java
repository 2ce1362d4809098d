/** When a mentor can be booked: hours on a wall clock become instants, in Java only, and what is taken is left out. */
@NullMarked
package club.panamia.mentoring.slot;

import org.jspecify.annotations.NullMarked;
