/** What a reviewer and the authors of an article hear of each other. */
@NullMarked
package club.panamia.engagement.article.review;

import org.jspecify.annotations.NullMarked;
