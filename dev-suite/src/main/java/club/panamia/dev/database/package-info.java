/** PostgreSQL, the pooler in front of it, the migrator, and the demo data. */
@NullMarked
package club.panamia.dev.database;

import org.jspecify.annotations.NullMarked;
