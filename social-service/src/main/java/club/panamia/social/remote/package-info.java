/** Actors and documents of other servers: fetched through the guarded client, signed, once at a time, and kept. */
@NullMarked
package club.panamia.social.remote;

import org.jspecify.annotations.NullMarked;
