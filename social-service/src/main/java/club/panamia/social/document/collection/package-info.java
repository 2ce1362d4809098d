/** What is listed: what somebody said and pinned, and lists of people, as ActivityPub collections. */
@NullMarked
package club.panamia.social.document.collection;

import org.jspecify.annotations.NullMarked;
