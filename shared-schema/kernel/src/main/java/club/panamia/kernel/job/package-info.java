/** Recurring work, known by name, of all services. */
@NullMarked
package club.panamia.kernel.job;

import org.jspecify.annotations.NullMarked;
