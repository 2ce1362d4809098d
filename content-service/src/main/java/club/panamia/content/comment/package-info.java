/** What people say under an article: the thread of replies to the posts by which its authors announced it. */
@NullMarked
package club.panamia.content.comment;

import org.jspecify.annotations.NullMarked;
