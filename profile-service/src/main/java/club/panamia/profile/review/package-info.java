/** An administrator reads what was handed in and decides. */
@NullMarked
package club.panamia.profile.review;

import org.jspecify.annotations.NullMarked;
