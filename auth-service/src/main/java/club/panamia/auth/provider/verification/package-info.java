/** Sign-ins by a provider that wait until their address is proven, by a mail that only the browser which began can use. */
@NullMarked
package club.panamia.auth.provider.verification;

import org.jspecify.annotations.NullMarked;
