/** The one pool of a process: bounded, so that overload is refused soon, and safe behind its pooler. */
@NullMarked
package club.panamia.kernel.database;

import org.jspecify.annotations.NullMarked;
