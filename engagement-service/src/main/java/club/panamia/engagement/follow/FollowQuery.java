package club.panamia.engagement.follow;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which side of my follows: {@code ?type=}. */
class FollowQuery extends PageQuery {

    @RestQuery
    @DefaultValue("following")
    @Pattern(regexp = "^(following|followers)$")
    @Parameter(description = "Those whom I follow, or those who follow me")
    String type = "following";
}
