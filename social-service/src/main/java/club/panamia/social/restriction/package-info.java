/** Whom moderators limit to their followers, or suspend. */
@NullMarked
package club.panamia.social.restriction;

import org.jspecify.annotations.NullMarked;
