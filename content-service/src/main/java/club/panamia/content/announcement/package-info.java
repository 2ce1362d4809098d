/** What authors say to those who follow them when their article goes out; social-service makes posts of it. */
@NullMarked
package club.panamia.content.announcement;

import org.jspecify.annotations.NullMarked;
