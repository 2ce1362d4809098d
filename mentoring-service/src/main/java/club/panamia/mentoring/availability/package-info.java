/** When a mentor can be booked: opening hours on the clock of a time zone, and how much of it. */
@NullMarked
package club.panamia.mentoring.availability;

import org.jspecify.annotations.NullMarked;
