/** The calendar that somebody keeps elsewhere: while it says that they are busy, nobody can book them. */
@NullMarked
package club.panamia.mentoring.busycalendar;

import org.jspecify.annotations.NullMarked;
