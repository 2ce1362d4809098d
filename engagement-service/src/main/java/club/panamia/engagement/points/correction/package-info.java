/** What administrators give, take and take back, by further entries. */
@NullMarked
package club.panamia.engagement.points.correction;

import org.jspecify.annotations.NullMarked;
