package club.panamia.social.timeline;

import club.panamia.kernel.page.PageQuery;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

/** What of somebody's posts. */
class ProfileQuery extends PageQuery {

    @RestQuery
    @DefaultValue("false")
    boolean replies;
}
