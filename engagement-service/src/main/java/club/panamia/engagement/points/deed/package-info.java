/** What people do for the community that gives points. */
@NullMarked
package club.panamia.engagement.points.deed;

import org.jspecify.annotations.NullMarked;
