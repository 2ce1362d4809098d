/** Who stands under an article: invitations, answers, the order of credit. */
@NullMarked
package club.panamia.content.coauthor;

import org.jspecify.annotations.NullMarked;
