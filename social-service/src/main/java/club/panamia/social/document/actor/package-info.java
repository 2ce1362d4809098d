/** People, and the server itself, as ActivityPub documents. */
@NullMarked
package club.panamia.social.document.actor;

import org.jspecify.annotations.NullMarked;
