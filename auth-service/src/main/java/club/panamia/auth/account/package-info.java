/** Accounts of other providers that people may sign in by: listed, linked and unlinked, and never the last way in. */
@NullMarked
package club.panamia.auth.account;

import org.jspecify.annotations.NullMarked;
