/** Lists in keyset pages behind opaque cursors. */
@NullMarked
package club.panamia.kernel.page;

import org.jspecify.annotations.NullMarked;
