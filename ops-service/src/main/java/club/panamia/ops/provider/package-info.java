/** Who carries a letter away: an SMTP server, Brevo's HTTP interface, or the second when the first is in trouble. */
@NullMarked
package club.panamia.ops.provider;

import org.jspecify.annotations.NullMarked;
