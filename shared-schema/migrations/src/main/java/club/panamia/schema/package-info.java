/** The schema as a fact: its address, its numbered files, its newest version. Nothing here opens a connection. */
@NullMarked
package club.panamia.schema;

import org.jspecify.annotations.NullMarked;
