/** Who hears what: the one rule of who may see a post. */
@NullMarked
package club.panamia.social.audience;

import org.jspecify.annotations.NullMarked;
