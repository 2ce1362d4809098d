/** What a person does with what they were told: read it, put it away, throw it away. */
@NullMarked
package club.panamia.engagement.notification.mark;

import org.jspecify.annotations.NullMarked;
