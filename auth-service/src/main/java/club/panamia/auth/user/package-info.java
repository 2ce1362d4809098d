/** People as the suite knows them: one row per proven address, one screenname for ever. */
@NullMarked
package club.panamia.auth.user;

import org.jspecify.annotations.NullMarked;
