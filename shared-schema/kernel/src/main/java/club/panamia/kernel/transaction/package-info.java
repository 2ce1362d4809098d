/** What must commit or vanish together with its caller's work. */
@NullMarked
package club.panamia.kernel.transaction;

import org.jspecify.annotations.NullMarked;
