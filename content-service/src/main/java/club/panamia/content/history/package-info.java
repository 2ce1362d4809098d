/** What was done with an article, by whom and why. */
@NullMarked
package club.panamia.content.history;

import org.jspecify.annotations.NullMarked;
