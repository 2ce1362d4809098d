/** Telling people from programs where a program could do harm, by whichever provider the configuration names, or by none. */
@NullMarked
package club.panamia.auth.captcha;

import org.jspecify.annotations.NullMarked;
