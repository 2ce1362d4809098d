/** Invitations to stand beside an author, and the answers to them. */
@NullMarked
package club.panamia.engagement.article.coauthor;

import org.jspecify.annotations.NullMarked;
