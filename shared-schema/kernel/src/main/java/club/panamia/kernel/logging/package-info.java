/** What a log may hold: no address of a person, no secret. */
@NullMarked
package club.panamia.kernel.logging;

import org.jspecify.annotations.NullMarked;
