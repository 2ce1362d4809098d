/** Articles that moderators feature, and the one that each author pins. */
@NullMarked
package club.panamia.content.highlight;

import org.jspecify.annotations.NullMarked;
