/** Tables as comma-separated values, in and out. */
@NullMarked
package club.panamia.kernel.csv;

import org.jspecify.annotations.NullMarked;
