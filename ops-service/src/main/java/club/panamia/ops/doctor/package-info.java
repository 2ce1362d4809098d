/** Whether the suite is well, and how to mend what is not. */
@NullMarked
package club.panamia.ops.doctor;

import org.jspecify.annotations.NullMarked;
