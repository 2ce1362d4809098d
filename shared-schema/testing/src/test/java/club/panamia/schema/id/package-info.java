/** The ids that the database gives. */
@NullMarked
package club.panamia.schema.id;

import org.jspecify.annotations.NullMarked;
