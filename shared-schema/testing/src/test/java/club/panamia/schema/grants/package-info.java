/** Who may do what: each role, table and verb. */
@NullMarked
package club.panamia.schema.grants;

import org.jspecify.annotations.NullMarked;
