/** How Liquibase runs our plain SQL files, and the roles that must exist before the first of them. */
@NullMarked
package club.panamia.liquibase;

import org.jspecify.annotations.NullMarked;
