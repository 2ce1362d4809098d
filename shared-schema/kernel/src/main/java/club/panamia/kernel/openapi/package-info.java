/** What every service's OpenAPI document says without each endpoint repeating it. */
@NullMarked
package club.panamia.kernel.openapi;

import org.jspecify.annotations.NullMarked;
