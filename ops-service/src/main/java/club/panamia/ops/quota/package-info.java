/** How much of what providers allow us is left. */
@NullMarked
package club.panamia.ops.quota;

import org.jspecify.annotations.NullMarked;
