/** What people are told of their own accounts, whatever they said that they want to hear. */
@NullMarked
package club.panamia.engagement.security;

import org.jspecify.annotations.NullMarked;
