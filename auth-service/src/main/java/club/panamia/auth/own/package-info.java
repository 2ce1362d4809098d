/** One's own account: what it says, and changing it. */
@NullMarked
package club.panamia.auth.own;

import org.jspecify.annotations.NullMarked;
