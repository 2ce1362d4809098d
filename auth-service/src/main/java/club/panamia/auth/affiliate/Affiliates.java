package club.panamia.auth.affiliate;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The people of the affiliate programme. */
@ApplicationScoped
class Affiliates {

    private static final String READ = "SELECT affiliate FROM users WHERE id = $1";

    /** One statement accepts once, whoever asks at the same moment; a code that was given before stays. */
    private static final String ACCEPT = """
            UPDATE users
               SET affiliate = jsonb_build_object('tier', 0, 'points', 0, 'code', CAST(:code AS text))
                               || coalesce(affiliate, CAST('{}' AS jsonb))
                               || jsonb_build_object('activated', true, 'accepted_tos', CAST(:now AS text))
             WHERE id = :id AND scrubbed_at IS NULL AND (affiliate -> 'activated') IS DISTINCT FROM CAST('true' AS jsonb)
            RETURNING affiliate ->> 'code', name, email
            """;

    private final Pool pool;

    Affiliates(Pool pool) {
        this.pool = pool;
    }

    /** Somebody accepted the programme's terms and has a code to hand on. */
    record TermsAccepted(String userId, String code) implements DomainEvent {
        @Override
        public String type() {
            return "auth.affiliate.terms-accepted";
        }
    }

    Uni<AffiliateView> of(Actor actor) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(actor.userId()))
                .map(rows -> AffiliateView.of(rows.iterator().next().getJsonObject("affiliate")));
    }

    /** In the caller's transaction; nothing for whoever has accepted before. */
    Uni<NewAffiliate> accept(Actor actor, Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ACCEPT, Object[].class)
                        .setParameter("code", AffiliateCode.random().text())
                        .setParameter("now", now.truncatedTo(ChronoUnit.SECONDS).toString())
                        .setParameter("id", actor.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(NewAffiliate::of);
    }
}
