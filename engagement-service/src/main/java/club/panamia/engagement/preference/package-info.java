/** What people want to be told, on which channel, and when. */
@NullMarked
package club.panamia.engagement.preference;

import org.jspecify.annotations.NullMarked;
