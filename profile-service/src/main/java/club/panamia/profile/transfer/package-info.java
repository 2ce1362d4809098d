/** Many profiles at once, as files: out for administrators, and in, as profiles that nobody has claimed yet. */
@NullMarked
package club.panamia.profile.transfer;

import org.jspecify.annotations.NullMarked;
