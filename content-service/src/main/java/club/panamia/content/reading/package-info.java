/** What everybody may read, and what is shown of an article to whom. */
@NullMarked
package club.panamia.content.reading;

import org.jspecify.annotations.NullMarked;
