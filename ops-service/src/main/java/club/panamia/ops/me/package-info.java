/** Whom this service takes the caller for. */
@NullMarked
package club.panamia.ops.me;

import org.jspecify.annotations.NullMarked;
