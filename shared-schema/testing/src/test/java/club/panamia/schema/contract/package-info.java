/** What the design promises about the 27 tables, asked of the catalog. */
@NullMarked
package club.panamia.schema.contract;

import org.jspecify.annotations.NullMarked;
