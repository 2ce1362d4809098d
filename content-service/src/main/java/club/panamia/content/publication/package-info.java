/** An article goes to its readers, and comes back. */
@NullMarked
package club.panamia.content.publication;

import org.jspecify.annotations.NullMarked;
