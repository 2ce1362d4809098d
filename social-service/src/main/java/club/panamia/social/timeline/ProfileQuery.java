package club.panamia.social.timeline;

import club.panamia.kernel.page.PageQuery;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What of somebody's posts. */
class ProfileQuery extends PageQuery {

    @RestQuery
    @DefaultValue("false")
    boolean replies;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "Whether what they handed on is in it, too")
    boolean boosts;
}
