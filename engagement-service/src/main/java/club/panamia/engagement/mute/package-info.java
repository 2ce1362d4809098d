/** Whom, and about what, people want to hear nothing. */
@NullMarked
package club.panamia.engagement.mute;

import org.jspecify.annotations.NullMarked;
