/** What is worked out from an article's words: its address, its excerpt, how long it takes to read. */
@NullMarked
package club.panamia.content.text;

import org.jspecify.annotations.NullMarked;
