package club.panamia.social.media;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.media.BlobStore;
import club.panamia.kernel.request.ETag;
import club.panamia.social.audience.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Files of posts, for whom their posts are meant. A file of a post that is gone or over is gone at once, whoever asks. */
@Singleton
class ShownFiles {

    static final String FOR_EVERYBODY = Audience.viewer("$2") + """
            SELECT EXISTS (SELECT FROM %s WHERE s.id = file.status_id AND %s) AS open
              FROM internal.social_upload file LEFT JOIN social_statuses post ON post.id = file.status_id
             WHERE file.id = $1 AND file.state = 'stored'
               AND CASE WHEN post.id IS NULL THEN file.attached_at IS NULL
                        ELSE post.expires_at IS NULL OR post.expires_at > now() END
            """.formatted(Audience.FROM, Audience.MAY_SEE);

    private final Pool pool;
    private final BlobStore blobs;

    ShownFiles(Pool pool, BlobStore blobs) {
        this.pool = pool;
        this.blobs = blobs;
    }

    /** Whether everybody may see it; who may not is told that there is none, unless the address is signed. */
    Uni<Boolean> isForEverybody(MediaName name, boolean isSigned) {
        return pool.preparedQuery(FOR_EVERYBODY)
                .execute(Tuple.of(name.id(), null))
                .map(rows -> isOpen(rows, isSigned));
    }

    Uni<RestResponse<byte[]>> answer(MediaName name, boolean isOpen, Asking asking) {
        var tag = "\"%s-%s\"".formatted(name.id(), name.file());
        return blobs.get(name.key())
                .map(content -> answer(name, content, tag, asking))
                .map(answer -> answer.header("ETag", tag)
                        .header("Accept-Ranges", "bytes")
                        .header("Cache-Control", isOpen ? "public, max-age=86400" : "private, max-age=600")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                        .build());
    }

    private static ResponseBuilder<byte[]> answer(MediaName name, byte[] content, String tag, Asking asking) {
        if (ETag.isKnown(tag, asking.ifNoneMatch)) {
            return ResponseBuilder.notModified();
        }
        return ByteRange.of(asking.range, content.length)
                .map(range -> part(content, range).type(name.type()))
                .orElseGet(() -> ResponseBuilder.ok(content, name.type()));
    }

    private static ResponseBuilder<byte[]> part(byte[] content, ByteRange range) {
        return ResponseBuilder.<byte[]>create(RestResponse.Status.PARTIAL_CONTENT)
                .entity(Arrays.copyOfRange(content, range.first(), range.last() + 1))
                .header("Content-Range", range.of(content.length));
    }

    private static boolean isOpen(RowSet<Row> rows, boolean isSigned) {
        var isOpen = rows.size() == 1 && rows.iterator().next().getBoolean("open");
        if (rows.size() == 0 || !isOpen && !isSigned) {
            throw NOT_FOUND.because("There is no such file, or its address is over: ask for the post again.");
        }
        return isOpen;
    }
}
