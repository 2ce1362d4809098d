/** The one post elsewhere that an author names as the place where an article is talked about, and what is said there. */
@NullMarked
package club.panamia.content.mastodon;

import org.jspecify.annotations.NullMarked;
