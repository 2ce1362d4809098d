/** A change of the address of an account: proven by the new address, told to the old one, which can undo it. */
@NullMarked
package club.panamia.ops.emailchange;

import org.jspecify.annotations.NullMarked;
