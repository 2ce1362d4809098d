/** Somebody else reads an article before it is published, and says what must change. */
@NullMarked
package club.panamia.content.review;

import org.jspecify.annotations.NullMarked;
