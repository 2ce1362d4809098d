/** What is said to everybody. */
@NullMarked
package club.panamia.social.timeline;

import org.jspecify.annotations.NullMarked;
