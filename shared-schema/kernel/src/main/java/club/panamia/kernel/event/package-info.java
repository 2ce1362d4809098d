/**
 * The database is the bus: what happened is recorded with the change itself, numbered once it is committed, and read by each
 * service from its own cursor.
 */
@NullMarked
package club.panamia.kernel.event;

import org.jspecify.annotations.NullMarked;
