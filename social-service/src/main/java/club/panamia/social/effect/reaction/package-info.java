/** Likes and boosts by people of other servers, and what takes them back. */
@NullMarked
package club.panamia.social.effect.reaction;

import org.jspecify.annotations.NullMarked;
