/** Articles that somebody looks for, by words. */
@NullMarked
package club.panamia.content.finding;

import org.jspecify.annotations.NullMarked;
