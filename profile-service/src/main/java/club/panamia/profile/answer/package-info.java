/** How answers that everybody gets alike say that they may be kept. */
@NullMarked
package club.panamia.profile.answer;

import org.jspecify.annotations.NullMarked;
