/** How mentoring goes, in figures, for those who look after it. */
@NullMarked
package club.panamia.mentoring.dashboard;

import org.jspecify.annotations.NullMarked;
