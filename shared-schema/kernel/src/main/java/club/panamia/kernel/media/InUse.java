package club.panamia.kernel.media;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Which pictures a service's own rows still refer to; asked before any is swept. */
public interface InUse {

    /** Those of {@code files} that something refers to. */
    Uni<Set<String>> among(List<String> files);
}
