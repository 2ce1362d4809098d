/** What somebody offers as a mentor. */
@NullMarked
package club.panamia.mentoring.offer;

import org.jspecify.annotations.NullMarked;
