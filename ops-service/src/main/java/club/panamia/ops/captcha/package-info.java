/** Telling people from programs where strangers write to us, by whichever provider the configuration names, or by none. */
@NullMarked
package club.panamia.ops.captcha;

import org.jspecify.annotations.NullMarked;
