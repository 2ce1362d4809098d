/** Programs that the suite starts, watches and stops, and how it says what went wrong. */
@NullMarked
package club.panamia.dev.process;

import org.jspecify.annotations.NullMarked;
