/** What a problem's {@code type} leads to: its page. */
@NullMarked
package club.panamia.ops.problem;

import org.jspecify.annotations.NullMarked;
