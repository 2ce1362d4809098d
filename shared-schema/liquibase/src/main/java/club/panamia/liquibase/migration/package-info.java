/** One numbered SQL file: its header, its statements, and how Liquibase runs it. */
@NullMarked
package club.panamia.liquibase.migration;

import org.jspecify.annotations.NullMarked;
