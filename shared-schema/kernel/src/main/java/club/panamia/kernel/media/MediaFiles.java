package club.panamia.kernel.media;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.request.ETag;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Shows this service's pictures at {@code /media/{service}/{file}-{size}.jpg}. What such a name stands for never changes. */
@ApplicationScoped
public class MediaFiles {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-(96|320|960)\\.jpg");

    private final String service;
    private final BlobStore blobs;

    MediaFiles(@ConfigProperty(name = "quarkus.application.name") String application, BlobStore blobs) {
        this.service = Media.serviceOf(application);
        this.blobs = blobs;
    }

    /** The address of a picture in one of {@link Media#SIZES}. */
    public String url(String file, int size) {
        return "/media/%s/%s-%d.jpg".formatted(service, file, size);
    }

    /** The picture, or 304 for who has it already (RFC 9110, section 13.1.2). */
    public Uni<RestResponse<byte[]>> show(String name, @Nullable String ifNoneMatch) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw NOT_FOUND.because("There is no such picture.");
        }
        var tag = "\"%s-%s\"".formatted(parts.group(1), parts.group(2));
        return blobs.get(Media.KEY.formatted(service, parts.group(1), Integer.valueOf(parts.group(2))))
                .map(content -> ETag.isKnown(tag, ifNoneMatch)
                        ? answer(ResponseBuilder.notModified(), tag)
                        : answer(ResponseBuilder.ok(content, "image/jpeg"), tag));
    }

    /** A picture is nothing but a picture, even for a browser that was sent to it. */
    private static RestResponse<byte[]> answer(ResponseBuilder<byte[]> answer, String tag) {
        return answer.header("ETag", tag)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
