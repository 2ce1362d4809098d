/** Direct posts by whom they are among, and how far somebody has read. */
@NullMarked
package club.panamia.social.conversation;

import org.jspecify.annotations.NullMarked;
