/** The forms in which artists, makers, cooks and neighbours say what they do and what they need: six kinds, one each a person. */
@NullMarked
package club.panamia.mentoring.intake;

import org.jspecify.annotations.NullMarked;
