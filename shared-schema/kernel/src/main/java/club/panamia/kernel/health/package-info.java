/** Ready means: the database answers, and its schema is at least ours. */
@NullMarked
package club.panamia.kernel.health;

import org.jspecify.annotations.NullMarked;
