/** Moderators take out of sight what does harm. */
@NullMarked
package club.panamia.content.moderation;

import org.jspecify.annotations.NullMarked;
