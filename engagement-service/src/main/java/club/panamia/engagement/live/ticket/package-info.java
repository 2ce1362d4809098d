/** What opens a stream once, for whoever cannot send a cookie or a header with it. */
@NullMarked
package club.panamia.engagement.live.ticket;

import org.jspecify.annotations.NullMarked;
