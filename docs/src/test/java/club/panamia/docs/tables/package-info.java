/** The page of tables against migrations, grants and endpoints. */
@NullMarked
package club.panamia.docs.tables;

import org.jspecify.annotations.NullMarked;
