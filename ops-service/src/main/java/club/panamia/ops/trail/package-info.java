/** The audit trail of accounts, as administrators search it. */
@NullMarked
package club.panamia.ops.trail;

import org.jspecify.annotations.NullMarked;
