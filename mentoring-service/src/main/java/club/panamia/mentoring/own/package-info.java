/** What a person says about their own mentoring. */
@NullMarked
package club.panamia.mentoring.own;

import org.jspecify.annotations.NullMarked;
