/** Load, and what it costs: CPU by process accounting, latency by the clock, statements by the database's count. */
@NullMarked
package club.panamia.benchmark.measure;

import org.jspecify.annotations.NullMarked;
