/** Messages from the contact form. */
@NullMarked
package club.panamia.ops.contact;

import org.jspecify.annotations.NullMarked;
