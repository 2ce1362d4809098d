/** Profiles that belong together, such as a person and their business: shown once both have said so. */
@NullMarked
package club.panamia.profile.link;

import org.jspecify.annotations.NullMarked;
