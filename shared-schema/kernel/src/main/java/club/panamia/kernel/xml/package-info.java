/** XML 1.0, as feeds and sitemaps are written in. */
@NullMarked
package club.panamia.kernel.xml;

import org.jspecify.annotations.NullMarked;
