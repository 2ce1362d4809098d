/** Badges and roles that administrators give and take, each with who and when. */
@NullMarked
package club.panamia.profile.grant;

import org.jspecify.annotations.NullMarked;
