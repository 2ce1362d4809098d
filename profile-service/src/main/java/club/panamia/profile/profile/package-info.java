/** The profile itself: who it belongs to, its review states, who hears of them. */
@NullMarked
package club.panamia.profile.profile;

import org.jspecify.annotations.NullMarked;
