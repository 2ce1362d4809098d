/** How the club is doing, in numbers: nobody's data, only how much of it there is. */
@NullMarked
package club.panamia.ops.figures;

import org.jspecify.annotations.NullMarked;
