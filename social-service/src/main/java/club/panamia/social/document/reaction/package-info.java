/** Likes, boosts and follows as ActivityPub documents. */
@NullMarked
package club.panamia.social.document.reaction;

import org.jspecify.annotations.NullMarked;
