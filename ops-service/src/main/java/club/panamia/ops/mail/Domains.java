package club.panamia.ops.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where letters do not get to. */
@ApplicationScoped
public class Domains {

    /** The fifty that fail most; an answer of a mail server may hold the address, which is nobody's business here. */
    private static final String FAILING = """
            WITH failing AS (
              SELECT lower(substring(recipient FROM '@([^@]*)$')) AS domain,
                     count(*) FILTER (WHERE state = 'queued')::int AS retrying,
                     count(*) FILTER (WHERE state = 'parked')::int AS parked,
                     min(created_at) AS oldest,
                     (array_agg(regexp_replace(error, '[^[:space:]<>"'']+@[^[:space:]<>"'']+', '…', 'g') ORDER BY updated_at DESC))[1] AS error
                FROM internal.mail_outbox
               WHERE state IN ('queued', 'parked') AND error IS NOT NULL AND expires_at > now()
               GROUP BY 1
               ORDER BY count(*) DESC, 1
               LIMIT 50
            )
            SELECT coalesce(f.domain, '') AS domain, f.retrying, f.parked, f.oldest, f.error,
                   (SELECT count(*)::int FROM internal.mail_outbox m
                     WHERE m.created_at > now() - interval '1 day' AND m.state = 'sent'
                       AND lower(substring(m.recipient FROM '@([^@]*)$')) = f.domain) AS sent
              FROM failing f
             ORDER BY f.retrying + f.parked DESC, f.domain
            """;

    private final Pool pool;

    Domains(Pool pool) {
        this.pool = pool;
    }

    /** Those with letters that failed and have not been given up; the worst first. */
    public Uni<List<DomainView>> failing() {
        return pool.query(FAILING)
                .mapping(DomainView::of)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
