/** Whose a page is: links in the fields of actors are proven where the page behind them links back, as Mastodon has it. */
@NullMarked
package club.panamia.social.proof;

import org.jspecify.annotations.NullMarked;
