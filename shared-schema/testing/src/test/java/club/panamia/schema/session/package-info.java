/** The doors through which a session is looked up and extended. */
@NullMarked
package club.panamia.schema.session;

import org.jspecify.annotations.NullMarked;
