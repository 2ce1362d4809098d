/** Who hears whom: wishes to follow, their answers, and their end. */
@NullMarked
package club.panamia.social.follow;

import org.jspecify.annotations.NullMarked;
