/** The addresses of articles: which are free, and where those lead that an article had before. */
@NullMarked
package club.panamia.content.address;

import org.jspecify.annotations.NullMarked;
