/** One's own articles as a file to keep, and back from it. */
@NullMarked
package club.panamia.content.archive;

import org.jspecify.annotations.NullMarked;
