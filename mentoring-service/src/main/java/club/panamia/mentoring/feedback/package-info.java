/** How a session was, as each of the two found it. */
@NullMarked
package club.panamia.mentoring.feedback;

import org.jspecify.annotations.NullMarked;
