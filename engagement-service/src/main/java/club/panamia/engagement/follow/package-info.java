/** Who follows whom. */
@NullMarked
package club.panamia.engagement.follow;

import org.jspecify.annotations.NullMarked;
