/** Beginning to write. */
@NullMarked
package club.panamia.content.drafting;

import org.jspecify.annotations.NullMarked;
