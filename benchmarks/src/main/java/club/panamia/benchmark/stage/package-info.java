/** What a benchmark stands on: a database of its own, packaged services, the peer. */
@NullMarked
package club.panamia.benchmark.stage;

import org.jspecify.annotations.NullMarked;
