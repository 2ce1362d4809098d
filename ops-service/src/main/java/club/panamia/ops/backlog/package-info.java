/** What waits in the database, as figures that somebody can watch. */
@NullMarked
package club.panamia.ops.backlog;

import org.jspecify.annotations.NullMarked;
