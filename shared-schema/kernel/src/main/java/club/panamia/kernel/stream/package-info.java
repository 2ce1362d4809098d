/** Event streams that many listen to at once: who may come in, and when. */
@NullMarked
package club.panamia.kernel.stream;

import org.jspecify.annotations.NullMarked;
