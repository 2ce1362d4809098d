/** A public profile in the formats of others: an address book's card and a search engine's document. */
@NullMarked
package club.panamia.profile.card;

import org.jspecify.annotations.NullMarked;
