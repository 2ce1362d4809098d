/** Recurring work: known by name, run by one process at a time, gone on with after a crash, and seen by administrators. */
@NullMarked
package club.panamia.ops.job;

import org.jspecify.annotations.NullMarked;
