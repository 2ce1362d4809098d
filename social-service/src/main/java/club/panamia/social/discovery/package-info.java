/** How other servers find actors here, and what this server is: WebFinger, host-meta and NodeInfo. */
@NullMarked
package club.panamia.social.discovery;

import org.jspecify.annotations.NullMarked;
