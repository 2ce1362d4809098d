package club.panamia.ops.parked;

import club.panamia.kernel.page.PageQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code ?consumer=}: a service's name, such as {@code engagement-service}; all services without it. */
class ParkedQuery extends PageQuery {

    @RestQuery
    @Nullable
    String consumer;

    String consumer() {
        return consumer == null ? "" : consumer;
    }
}
