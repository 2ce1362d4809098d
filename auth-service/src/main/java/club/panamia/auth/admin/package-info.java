/** Administration of accounts: finding people, locking them out, making administrators; every act and look is in the trail. */
@NullMarked
package club.panamia.auth.admin;

import org.jspecify.annotations.NullMarked;
