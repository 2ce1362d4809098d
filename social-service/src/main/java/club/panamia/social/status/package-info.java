/** A post as it is shown to one viewer. */
@NullMarked
package club.panamia.social.status;

import org.jspecify.annotations.NullMarked;
