/** The messages of the contact form as staff works on them. */
@NullMarked
package club.panamia.ops.inbox;

import org.jspecify.annotations.NullMarked;
