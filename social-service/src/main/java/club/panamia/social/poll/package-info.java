/** Posts that ask something: what can be answered, who answers, and how it ends. */
@NullMarked
package club.panamia.social.poll;

import org.jspecify.annotations.NullMarked;
