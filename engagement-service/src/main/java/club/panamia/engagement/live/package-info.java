/** What people are told, the moment they are told it. */
@NullMarked
package club.panamia.engagement.live;

import org.jspecify.annotations.NullMarked;
