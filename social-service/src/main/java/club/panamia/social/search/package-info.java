/** Finding people and posts, also those of other servers that nobody here has met yet. */
@NullMarked
package club.panamia.social.search;

import org.jspecify.annotations.NullMarked;
