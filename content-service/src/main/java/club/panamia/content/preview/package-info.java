/** Showing an article before it is published to whoever has a link. */
@NullMarked
package club.panamia.content.preview;

import org.jspecify.annotations.NullMarked;
