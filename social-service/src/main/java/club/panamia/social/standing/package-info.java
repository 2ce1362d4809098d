/** What changes elsewhere in the house and shows in actors. */
@NullMarked
package club.panamia.social.standing;

import org.jspecify.annotations.NullMarked;
