/** What is published, for search engines. */
@NullMarked
package club.panamia.content.sitemap;

import org.jspecify.annotations.NullMarked;
