/** Posts that people keep for themselves. */
@NullMarked
package club.panamia.social.bookmark;

import org.jspecify.annotations.NullMarked;
