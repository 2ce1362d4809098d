/** What is published, for feed readers: RSS 2.0, Atom and JSON Feed 1.1. */
@NullMarked
package club.panamia.content.feed;

import org.jspecify.annotations.NullMarked;
