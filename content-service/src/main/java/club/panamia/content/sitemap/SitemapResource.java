package club.panamia.content.sitemap;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The sitemap of articles. */
@Path("/sitemap.xml")
@Tag(name = "Feeds")
class SitemapResource {

    private final Sitemaps sitemaps;

    SitemapResource(Sitemaps sitemaps) {
        this.sitemaps = sitemaps;
    }

    /** Without a year an index of all years, in the form of sitemaps.org. */
    @GET
    @PermitAll
    @Operation(operationId = "readSitemap", summary = "The addresses of all published articles, by year")
    @APIResponse(responseCode = "200", description = "A sitemap index, or the sitemap of one year")
    @APIResponse(responseCode = "422", description = "invalid-input: a year that is none")
    public Uni<RestResponse<String>> read(@BeanParam @Valid SitemapQuery query) {
        return query.year().map(sitemaps::of).orElseGet(sitemaps::index).map(SitemapResource::answer);
    }

    private static RestResponse<String> answer(String document) {
        return ResponseBuilder.ok(document)
                .header(HttpHeaders.CONTENT_TYPE, "application/xml; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
