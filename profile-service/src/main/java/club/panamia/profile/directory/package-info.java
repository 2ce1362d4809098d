/** Everybody who can be found, by words, category and county. */
@NullMarked
package club.panamia.profile.directory;

import org.jspecify.annotations.NullMarked;
