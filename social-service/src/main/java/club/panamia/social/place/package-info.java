/** Where something is said, as exactly as its author wants. */
@NullMarked
package club.panamia.social.place;

import org.jspecify.annotations.NullMarked;
