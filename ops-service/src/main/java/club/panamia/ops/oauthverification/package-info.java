/** Sign-ins by another provider that wait for a proof of their address: confirmed here, begun and finished by auth-service. */
@NullMarked
package club.panamia.ops.oauthverification;

import org.jspecify.annotations.NullMarked;
