/** How ops-service answers with a page. */
@NullMarked
package club.panamia.ops.page;

import org.jspecify.annotations.NullMarked;
