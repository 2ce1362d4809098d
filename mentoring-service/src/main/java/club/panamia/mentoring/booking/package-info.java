/** Asking a mentor for a session: holding a slot while one fills in the form, and the request itself. */
@NullMarked
package club.panamia.mentoring.booking;

import org.jspecify.annotations.NullMarked;
