/** What administrators tell everybody, or some of us: prepared, told when it is time, or called off. */
@NullMarked
package club.panamia.engagement.announcement;

import org.jspecify.annotations.NullMarked;
