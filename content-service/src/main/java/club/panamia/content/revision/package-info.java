/** What an article said before, and how to get it back. */
@NullMarked
package club.panamia.content.revision;

import org.jspecify.annotations.NullMarked;
