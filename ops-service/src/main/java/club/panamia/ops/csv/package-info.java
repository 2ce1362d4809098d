/** Tables for spreadsheets, a batch of rows at a time. */
@NullMarked
package club.panamia.ops.csv;

import org.jspecify.annotations.NullMarked;
