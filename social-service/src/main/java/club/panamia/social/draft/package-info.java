/** Posts that wait: for their author to go on, or for their time. */
@NullMarked
package club.panamia.social.draft;

import org.jspecify.annotations.NullMarked;
