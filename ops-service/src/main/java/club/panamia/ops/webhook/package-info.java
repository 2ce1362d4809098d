/** What mail providers tell us of letters that they took. */
@NullMarked
package club.panamia.ops.webhook;

import org.jspecify.annotations.NullMarked;
