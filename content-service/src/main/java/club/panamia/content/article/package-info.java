/** The article itself: who writes it, what it says, where it stands. */
@NullMarked
package club.panamia.content.article;

import org.jspecify.annotations.NullMarked;
