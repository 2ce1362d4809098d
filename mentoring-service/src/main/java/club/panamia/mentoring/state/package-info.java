/** In which state a session is, who has which part in it, and what each of them may do then. */
@NullMarked
package club.panamia.mentoring.state;

import org.jspecify.annotations.NullMarked;
