/** The control room: one page of figures, plots, jobs and what is stuck, for administrators in a browser. */
@NullMarked
package club.panamia.ops.console;

import org.jspecify.annotations.NullMarked;
