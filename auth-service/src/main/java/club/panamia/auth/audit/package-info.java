/** The trail: who did what to whose account, added to and never rewritten. */
@NullMarked
package club.panamia.auth.audit;

import org.jspecify.annotations.NullMarked;
