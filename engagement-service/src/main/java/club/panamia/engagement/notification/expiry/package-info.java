/** What is of no use any more goes. */
@NullMarked
package club.panamia.engagement.notification.expiry;

import org.jspecify.annotations.NullMarked;
