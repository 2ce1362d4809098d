/** Where the files of posts are shown: to everybody, or to who holds a signed address. */
@NullMarked
package club.panamia.social.media;

import org.jspecify.annotations.NullMarked;
