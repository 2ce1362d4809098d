package club.panamia.engagement.delivery;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which deliveries: {@code ?notification=}. */
class DeliveryQuery extends PageQuery {

    @RestQuery
    @Nullable
    @Size(max = 64)
    @Parameter(description = "The id of one notification; without it, all")
    String notification;
}
