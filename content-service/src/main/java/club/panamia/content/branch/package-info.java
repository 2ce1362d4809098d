/** Saves that came too late, and how they find into the article after all. */
@NullMarked
package club.panamia.content.branch;

import org.jspecify.annotations.NullMarked;
