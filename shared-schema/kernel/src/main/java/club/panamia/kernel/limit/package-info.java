/** How often somebody may do something, counted where all pods see it. */
@NullMarked
package club.panamia.kernel.limit;

import org.jspecify.annotations.NullMarked;
