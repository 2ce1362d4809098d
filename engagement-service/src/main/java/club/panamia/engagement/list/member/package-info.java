/** What is on a list, in an order of its own. */
@NullMarked
package club.panamia.engagement.list.member;

import org.jspecify.annotations.NullMarked;
