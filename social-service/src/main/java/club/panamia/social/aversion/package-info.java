/** Whom one does not want to hear, and who is not to hear oneself: people, and whole servers. */
@NullMarked
package club.panamia.social.aversion;

import org.jspecify.annotations.NullMarked;
