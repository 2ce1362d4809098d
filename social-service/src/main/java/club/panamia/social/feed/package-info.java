/** What somebody says to everybody, for feed readers: RSS 2.0. */
@NullMarked
package club.panamia.social.feed;

import org.jspecify.annotations.NullMarked;
