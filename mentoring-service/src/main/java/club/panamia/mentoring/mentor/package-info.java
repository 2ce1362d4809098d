/** The people who offer mentoring, as a member who looks for one sees them. */
@NullMarked
package club.panamia.mentoring.mentor;

import org.jspecify.annotations.NullMarked;
