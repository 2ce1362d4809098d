/** The whole journey of a person, played against a running suite. */
@NullMarked
package club.panamia.dev.smoke;

import org.jspecify.annotations.NullMarked;
