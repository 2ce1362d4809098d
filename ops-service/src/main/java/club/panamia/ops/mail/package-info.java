/** The mail that all services leave in the outbox: sent once each, by SMTP, and shown to administrators. */
@NullMarked
package club.panamia.ops.mail;

import org.jspecify.annotations.NullMarked;
