/**
 * What other servers of the fediverse read (docs: FEDERATION.md): how ActivityPub documents are answered, kept for a moment and said
 * to be gone. What stands in them is in the packages below: people, posts, articles, reactions and collections.
 */
@NullMarked
package club.panamia.social.document;

import org.jspecify.annotations.NullMarked;
