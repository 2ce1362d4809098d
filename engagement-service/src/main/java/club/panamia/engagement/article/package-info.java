/** What people are told of the articles that they have a part in. */
@NullMarked
package club.panamia.engagement.article;

import org.jspecify.annotations.NullMarked;
