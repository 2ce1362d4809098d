package club.panamia.social.follow;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

/** Which of my follows. */
class FollowQuery extends PageQuery {

    @RestQuery
    @DefaultValue("following")
    @Pattern(regexp = "following|followers|requests", message = "must be following, followers or requests")
    String type = "following";
}
