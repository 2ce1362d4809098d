/** Small pictures that stand for {@code :shortcode:} in what people say: ours, which moderators keep, and those of other servers. */
@NullMarked
package club.panamia.social.emoji;

import org.jspecify.annotations.NullMarked;
