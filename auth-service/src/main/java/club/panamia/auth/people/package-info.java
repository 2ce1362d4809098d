/** People as others see them: bylines, and looking somebody up. Never an address. */
@NullMarked
package club.panamia.auth.people;

import org.jspecify.annotations.NullMarked;
