/** What there is to tell, in which words, and the one place where people are told. */
@NullMarked
package club.panamia.engagement.notice;

import org.jspecify.annotations.NullMarked;
