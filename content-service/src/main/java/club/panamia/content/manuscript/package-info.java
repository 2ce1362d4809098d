/** An article as those see it who have a part in it. */
@NullMarked
package club.panamia.content.manuscript;

import org.jspecify.annotations.NullMarked;
