/** The nightly proof that the numbers on people's bells are what a count of the rows says. */
@NullMarked
package club.panamia.engagement.notification.proof;

import org.jspecify.annotations.NullMarked;
