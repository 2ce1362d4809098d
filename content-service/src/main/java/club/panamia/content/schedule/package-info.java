/** An article goes out at a time that its author chose. */
@NullMarked
package club.panamia.content.schedule;

import org.jspecify.annotations.NullMarked;
