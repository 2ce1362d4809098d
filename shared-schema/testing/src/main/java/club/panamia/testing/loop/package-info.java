/** Nothing blocks an event loop: every Quarkus test is watched. */
@NullMarked
package club.panamia.testing.loop;

import org.jspecify.annotations.NullMarked;
