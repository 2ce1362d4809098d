/** Using what the mail brought: the link where one began or elsewhere, the code where one began. Reading changes nothing. */
@NullMarked
package club.panamia.auth.magiclink.using;

import org.jspecify.annotations.NullMarked;
