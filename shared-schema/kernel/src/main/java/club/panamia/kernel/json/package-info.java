/** Documents in JSONB columns: typed records in Java. */
@NullMarked
package club.panamia.kernel.json;

import org.jspecify.annotations.NullMarked;
