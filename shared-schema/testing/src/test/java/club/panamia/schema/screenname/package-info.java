/** A screenname belongs to one person for ever. */
@NullMarked
package club.panamia.schema.screenname;

import org.jspecify.annotations.NullMarked;
