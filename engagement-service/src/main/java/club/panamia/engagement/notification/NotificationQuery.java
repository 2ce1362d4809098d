package club.panamia.engagement.notification;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which of my notifications: {@code ?state=}. */
class NotificationQuery extends PageQuery {

    @RestQuery
    @DefaultValue("all")
    @Pattern(regexp = "^(all|unread|archived)$")
    @Parameter(description = "all are those that are not archived")
    String state = "all";

    NotificationState state() {
        return NotificationState.of(state);
    }
}
