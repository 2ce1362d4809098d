/** Where work goes on. */
@NullMarked
package club.panamia.kernel.context;

import org.jspecify.annotations.NullMarked;
