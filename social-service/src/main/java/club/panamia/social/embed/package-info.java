/** Posts shown on pages elsewhere, as those ask for them (oEmbed 1.0). */
@NullMarked
package club.panamia.social.embed;

import org.jspecify.annotations.NullMarked;
