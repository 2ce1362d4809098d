/** Pictures that people upload: checked, drawn anew without what they should not tell, kept, shown, swept. */
@NullMarked
package club.panamia.kernel.media;

import org.jspecify.annotations.NullMarked;
