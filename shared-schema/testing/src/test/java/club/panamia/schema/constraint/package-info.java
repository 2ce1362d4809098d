/** The constraints say what is true. */
@NullMarked
package club.panamia.schema.constraint;

import org.jspecify.annotations.NullMarked;
