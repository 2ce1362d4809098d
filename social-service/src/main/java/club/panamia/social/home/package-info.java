/** Where things of this server are found. */
@NullMarked
package club.panamia.social.home;

import org.jspecify.annotations.NullMarked;
