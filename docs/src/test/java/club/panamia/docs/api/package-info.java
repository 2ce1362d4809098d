/** What the promised HTTP API (docs/api) must say of itself. */
@NullMarked
package club.panamia.docs.api;

import org.jspecify.annotations.NullMarked;
