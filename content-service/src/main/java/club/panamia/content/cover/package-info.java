/** Pictures at the head of articles that their authors upload. */
@NullMarked
package club.panamia.content.cover;

import org.jspecify.annotations.NullMarked;
