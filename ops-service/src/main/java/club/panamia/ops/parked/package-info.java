/** Events that a service could not handle: seen and tried again by administrators. */
@NullMarked
package club.panamia.ops.parked;

import org.jspecify.annotations.NullMarked;
