/** Everybody who can be found, by words, by what they do and by where they show to be; and how many have what. */
@NullMarked
package club.panamia.profile.directory;

import org.jspecify.annotations.NullMarked;
