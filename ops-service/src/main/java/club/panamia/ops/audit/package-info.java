/** What administrators read of people's data: written down where the people themselves can see it. */
@NullMarked
package club.panamia.ops.audit;

import org.jspecify.annotations.NullMarked;
