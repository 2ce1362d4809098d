/** The whole suite on one machine, by one command. */
@NullMarked
package club.panamia.dev;

import org.jspecify.annotations.NullMarked;
