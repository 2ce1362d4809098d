/** After somebody has left: the end of what was noted for it, and the physical delete of the empty row. */
@NullMarked
package club.panamia.auth.erasure;

import org.jspecify.annotations.NullMarked;
