/** The one address of the suite: it routes to seven services and shows where things are. */
@NullMarked
package club.panamia.dev.frontdoor;

import org.jspecify.annotations.NullMarked;
