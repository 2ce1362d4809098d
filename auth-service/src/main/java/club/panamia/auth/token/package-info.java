/** Access tokens for one session, and the keys that everybody verifies them with. */
@NullMarked
package club.panamia.auth.token;

import org.jspecify.annotations.NullMarked;
