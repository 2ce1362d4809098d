/** Who takes part: the actor of a profile here, and those of other servers. */
@NullMarked
package club.panamia.social.actor;

import org.jspecify.annotations.NullMarked;
