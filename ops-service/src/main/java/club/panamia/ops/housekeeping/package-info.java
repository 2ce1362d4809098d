/** What nobody asks for but must be done again and again. */
@NullMarked
package club.panamia.ops.housekeeping;

import org.jspecify.annotations.NullMarked;
