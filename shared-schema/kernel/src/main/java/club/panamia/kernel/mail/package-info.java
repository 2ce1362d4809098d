/** Mail that is sent if, and only if, its transaction commits. */
@NullMarked
package club.panamia.kernel.mail;

import org.jspecify.annotations.NullMarked;
