/** How the jobs go about that wait for other servers. */
@NullMarked
package club.panamia.social.round;

import org.jspecify.annotations.NullMarked;
