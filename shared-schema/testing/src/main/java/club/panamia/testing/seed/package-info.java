/** People and rows in domain words. */
@NullMarked
package club.panamia.testing.seed;

import org.jspecify.annotations.NullMarked;
