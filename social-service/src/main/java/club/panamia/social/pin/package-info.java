/** Posts that an actor shows first. */
@NullMarked
package club.panamia.social.pin;

import org.jspecify.annotations.NullMarked;
