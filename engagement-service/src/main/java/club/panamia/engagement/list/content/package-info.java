/** Whole lists: taken out, brought in, and taken off at once. */
@NullMarked
package club.panamia.engagement.list.content;

import org.jspecify.annotations.NullMarked;
