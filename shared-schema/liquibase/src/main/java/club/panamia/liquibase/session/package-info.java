/** The direct connection: how it is opened and prepared, and what its failures mean to people. */
@NullMarked
package club.panamia.liquibase.session;

import org.jspecify.annotations.NullMarked;
