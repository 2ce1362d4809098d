/** What happens to sessions because its time has come, in any number of processes at once. */
@NullMarked
package club.panamia.mentoring.due;

import org.jspecify.annotations.NullMarked;
