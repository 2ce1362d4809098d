/** Sends what is written down for other servers: in order, without waiting for a dead server, again where it may yet succeed. */
@NullMarked
package club.panamia.social.delivery;

import org.jspecify.annotations.NullMarked;
