/** Sessions in people's own calendars (RFC 5545), without anybody's address. */
@NullMarked
package club.panamia.mentoring.calendar;

import org.jspecify.annotations.NullMarked;
