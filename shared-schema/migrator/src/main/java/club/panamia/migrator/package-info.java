/** The program that changes the schema, and nothing else does. */
@NullMarked
package club.panamia.migrator;

import org.jspecify.annotations.NullMarked;
