/** Likes and boosts of articles of this server by people of other servers, and what takes them back. */
@NullMarked
package club.panamia.social.effect.article;

import org.jspecify.annotations.NullMarked;
