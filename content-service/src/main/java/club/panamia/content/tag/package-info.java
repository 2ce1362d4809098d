/** What published articles are about. */
@NullMarked
package club.panamia.content.tag;

import org.jspecify.annotations.NullMarked;
