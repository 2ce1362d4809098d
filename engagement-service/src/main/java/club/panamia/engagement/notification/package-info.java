/** What a person is told, and whether they have read it. */
@NullMarked
package club.panamia.engagement.notification;

import org.jspecify.annotations.NullMarked;
