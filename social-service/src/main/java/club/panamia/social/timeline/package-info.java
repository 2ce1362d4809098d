/** What is said, in the order in which it was said, for whom it is meant. */
@NullMarked
package club.panamia.social.timeline;

import org.jspecify.annotations.NullMarked;
