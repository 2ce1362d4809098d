/** Liking posts, and handing them on. */
@NullMarked
package club.panamia.social.reaction;

import org.jspecify.annotations.NullMarked;
