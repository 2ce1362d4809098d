/** People of other servers who follow and are followed, and blocks by them. */
@NullMarked
package club.panamia.social.effect.follow;

import org.jspecify.annotations.NullMarked;
