/** What is over goes, and what is counted is proven. */
@NullMarked
package club.panamia.social.upkeep;

import org.jspecify.annotations.NullMarked;
