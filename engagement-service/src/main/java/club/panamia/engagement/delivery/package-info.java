/** Why somebody was told something, or was not. */
@NullMarked
package club.panamia.engagement.delivery;

import org.jspecify.annotations.NullMarked;
