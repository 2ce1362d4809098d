/**
 * What is to be said to other servers, written down in the transaction that it belongs to: an activity, and a row for each inbox
 * that it goes to. Nothing here speaks to anybody.
 */
@NullMarked
package club.panamia.social.outgoing;

import org.jspecify.annotations.NullMarked;
