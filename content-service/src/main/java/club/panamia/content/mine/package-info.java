/** A person's own articles. */
@NullMarked
package club.panamia.content.mine;

import org.jspecify.annotations.NullMarked;
