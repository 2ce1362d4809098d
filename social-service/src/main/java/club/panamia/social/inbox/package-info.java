/**
 * What other servers send: believed or refused at once, kept, and given its effect soon after, once. The effects themselves are
 * {@link club.panamia.social.inbox.InboxHandler}s.
 */
@NullMarked
package club.panamia.social.inbox;

import org.jspecify.annotations.NullMarked;
