/** How connections are accepted. */
@NullMarked
package club.panamia.kernel.connection;

import org.jspecify.annotations.NullMarked;
