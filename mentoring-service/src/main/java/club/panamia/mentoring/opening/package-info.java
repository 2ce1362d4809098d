/** When mentors are free next, reckoned beforehand for searches: what changes their time has it reckoned again. */
@NullMarked
package club.panamia.mentoring.opening;

import org.jspecify.annotations.NullMarked;
