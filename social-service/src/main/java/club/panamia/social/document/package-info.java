/** What other servers of the fediverse read: actors, posts and collections as ActivityPub documents (docs: FEDERATION.md). */
@NullMarked
package club.panamia.social.document;

import org.jspecify.annotations.NullMarked;
