package club.panamia.profile.publicview;

import club.panamia.kernel.problem.QueryBean;
import club.panamia.profile.section.Viewer;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** As whom somebody looks at their own profile: {@code ?as=}. */
class PreviewQuery implements QueryBean {

    @RestQuery
    @DefaultValue("public")
    @Pattern(regexp = "public|member", message = "must be public or member")
    @Parameter(description = "public or member")
    String as = Viewer.PUBLIC.label;

    Viewer viewer() {
        return Viewer.named(as).orElse(Viewer.PUBLIC);
    }
}
