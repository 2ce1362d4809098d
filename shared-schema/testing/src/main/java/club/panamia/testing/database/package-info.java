/** The database that tests stand on: a PostgreSQL 16 of their own, or one that was given. */
@NullMarked
package club.panamia.testing.database;

import org.jspecify.annotations.NullMarked;
