/** The roles that must exist before the first migration, and those of sidecar apps. */
@NullMarked
package club.panamia.liquibase.roles;

import org.jspecify.annotations.NullMarked;
