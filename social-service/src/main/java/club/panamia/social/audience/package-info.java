/** Who hears what: the one rule of who may see a post; and who stands behind an article. */
@NullMarked
package club.panamia.social.audience;

import org.jspecify.annotations.NullMarked;
