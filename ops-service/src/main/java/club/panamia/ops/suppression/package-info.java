/** Addresses that mail is not sent to, because it bounced or its reader complained. */
@NullMarked
package club.panamia.ops.suppression;

import org.jspecify.annotations.NullMarked;
