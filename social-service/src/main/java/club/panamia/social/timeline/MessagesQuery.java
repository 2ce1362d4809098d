package club.panamia.social.timeline;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

/** Which direct posts. */
class MessagesQuery extends PageQuery {

    @RestQuery
    @DefaultValue("received")
    @Pattern(regexp = "received|sent", message = "must be received or sent")
    String box = "received";
}
