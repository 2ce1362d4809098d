/** Posts of other servers as they come in, change and go, or are fetched. */
@NullMarked
package club.panamia.social.effect.post;

import org.jspecify.annotations.NullMarked;
