/** How feeds are written. */
@NullMarked
package club.panamia.content.feed.document;

import org.jspecify.annotations.NullMarked;
