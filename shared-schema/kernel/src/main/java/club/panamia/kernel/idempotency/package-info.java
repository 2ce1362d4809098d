/** A POST that is repeated because its answer was lost has its effect once. */
@NullMarked
package club.panamia.kernel.idempotency;

import org.jspecify.annotations.NullMarked;
