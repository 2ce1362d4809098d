/** Where an address is on the map: asked of a provider, if one is configured, and remembered for a while. */
@NullMarked
package club.panamia.profile.geocode;

import org.jspecify.annotations.NullMarked;
