/** People let a program know who they are: the authorization endpoint, its codes, and consent (RFC 6749, section 3.1; RFC 7636). */
@NullMarked
package club.panamia.auth.oauth.authorize;

import org.jspecify.annotations.NullMarked;
