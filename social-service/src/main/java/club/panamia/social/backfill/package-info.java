/** Conversations of other servers made whole: what posts answer and what answers them, asked for little by little. */
@NullMarked
package club.panamia.social.backfill;

import org.jspecify.annotations.NullMarked;
