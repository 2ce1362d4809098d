/** Sortable ids, made without asking anybody. */
@NullMarked
package club.panamia.kernel.id;

import org.jspecify.annotations.NullMarked;
