/** People of other servers who change, leave, move, or report somebody here. */
@NullMarked
package club.panamia.social.effect.person;

import org.jspecify.annotations.NullMarked;
