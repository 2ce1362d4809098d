/** The keys by which actors sign. */
@NullMarked
package club.panamia.social.key;

import org.jspecify.annotations.NullMarked;
