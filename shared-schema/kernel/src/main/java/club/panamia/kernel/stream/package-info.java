/** Event streams that many listen to at once. */
@NullMarked
package club.panamia.kernel.stream;

import org.jspecify.annotations.NullMarked;
