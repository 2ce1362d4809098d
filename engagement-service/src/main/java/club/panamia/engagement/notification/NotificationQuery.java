package club.panamia.engagement.notification;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which of my notifications: {@code ?state=&context=&type=}; the last two may be given several times. */
public class NotificationQuery extends PageQuery {

    @RestQuery
    @DefaultValue("all")
    @Pattern(regexp = "^(all|unread|archived)$")
    @Parameter(description = "all are those that are not archived")
    String state = "all";

    @RestQuery
    @Size(max = 9)
    List<@Pattern(regexp = "^(coauthor|review|article|mentoring|mention|follow|message|system|event)$") String>
            context = List.of();

    @RestQuery
    @Size(max = 10)
    List<@Pattern(regexp = "^(Invite|Accept|Reject|Create|Update|Delete|Announce|Like|Follow|Undo)$") String> type =
            List.of();

    public NotificationState state() {
        return NotificationState.of(state);
    }

    /** As a statement's parameter: null for every context. */
    public String @Nullable [] contexts() {
        return context.isEmpty() ? null : context.toArray(String[]::new);
    }

    /** As a statement's parameter: null for every type. */
    public String @Nullable [] types() {
        return type.isEmpty() ? null : type.toArray(String[]::new);
    }
}
