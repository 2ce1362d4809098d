/** What people hear when an article is shown, or is not any more. */
@NullMarked
package club.panamia.engagement.article.publication;

import org.jspecify.annotations.NullMarked;
