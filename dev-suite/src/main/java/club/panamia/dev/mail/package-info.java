/** The local mailbox: what the suite sent, to be read by people and programs. */
@NullMarked
package club.panamia.dev.mail;

import org.jspecify.annotations.NullMarked;
