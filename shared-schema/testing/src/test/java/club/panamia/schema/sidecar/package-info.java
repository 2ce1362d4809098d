/** What apps that share the database may do, and how they are kept from doing more. */
@NullMarked
package club.panamia.schema.sidecar;

import org.jspecify.annotations.NullMarked;
