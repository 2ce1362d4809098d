/** The same done to the same thing on one day, as one entry: computed from the list, never stored. */
@NullMarked
package club.panamia.engagement.notification.group;

import org.jspecify.annotations.NullMarked;
