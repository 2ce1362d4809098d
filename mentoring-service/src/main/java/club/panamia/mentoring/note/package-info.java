/** What is written down about a session: by the two together, and by each for themselves. */
@NullMarked
package club.panamia.mentoring.note;

import org.jspecify.annotations.NullMarked;
