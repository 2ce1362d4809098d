/** What is said, the moment it is said. */
@NullMarked
package club.panamia.social.live;

import org.jspecify.annotations.NullMarked;
