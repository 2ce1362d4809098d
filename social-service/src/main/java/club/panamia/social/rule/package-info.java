/** What moderators decide on whole servers. */
@NullMarked
package club.panamia.social.rule;

import org.jspecify.annotations.NullMarked;
