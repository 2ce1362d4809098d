package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.well;

import club.panamia.ops.mail.DomainView;
import club.panamia.ops.mail.Domains;
import club.panamia.ops.quota.QuotaView;
import club.panamia.ops.quota.Quotas;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail providers and mail hosts: what they allow us, where letters fail, and whether the contact book is up to date. */
@Singleton
class ProviderExamination implements Examination {

    private static final String CONTACTS = """
            SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(updated_at)), 0)::int / 3600 AS hours
              FROM brevo_contacts WHERE synced_at IS NULL
            """;

    private static final int LATE_HOURS = 24;
    private static final int NAMED = 3;

    private final Pool pool;
    private final Quotas quotas;
    private final Domains domains;
    private final Clock clock;
    private final String book;

    ProviderExamination(
            Pool pool,
            Quotas quotas,
            Domains domains,
            Clock clock,
            @ConfigProperty(name = "pana.contacts.provider") String book) {
        this.pool = pool;
        this.quotas = quotas;
        this.domains = domains;
        this.clock = clock;
        this.book = book;
    }

    @Override
    public String name() {
        return "providers";
    }

    @Override
    public Uni<List<Finding>> look() {
        return Uni.combine()
                .all()
                .unis(quotas.all(), domains.failing(), pool.query(CONTACTS).execute())
                .asTuple()
                .map(found -> all(
                        found.getItem1(),
                        found.getItem2(),
                        found.getItem3().iterator().next()));
    }

    private List<Finding> all(List<QuotaView> known, List<DomainView> failing, Row waiting) {
        var now = clock.instant();
        var findings =
                new ArrayList<>(known.stream().map(quota -> quota(quota, now)).toList());
        findings.add(hosts(failing));
        findings.add(contacts(waiting));
        return findings;
    }

    private static Finding quota(QuotaView quota, Instant now) {
        var name = "quota " + quota.name();
        var seen = quota.resetsAt().isAfter(now)
                ? "%d of %d calls are left until %s".formatted(quota.remaining(), quota.most(), quota.resetsAt())
                : "a new window of %d calls has begun".formatted(quota.most());
        return quota.isSpent(now)
                ? doubtful(
                        name,
                        seen,
                        "Wait: it goes on by itself then. If it is so every day, ask the provider for more, or see who else"
                                + " uses the key.")
                : well(name, seen);
    }

    private static Finding hosts(List<DomainView> failing) {
        if (failing.isEmpty()) {
            return well("mail hosts", "letters fail nowhere");
        }
        var worst = failing.stream().limit(NAMED).map(DomainView::domain).collect(Collectors.joining(", "));
        return doubtful(
                "mail hosts",
                "letters fail at %d, the worst: %s".formatted(failing.size(), worst),
                "Read at /api/ops/mail/domains what each says and what to do about it.");
    }

    private Finding contacts(Row row) {
        var waiting = row.getInteger("waiting");
        var hours = row.getInteger("hours");
        var seen = "%d wait to be told, the oldest for %d hours".formatted(waiting, hours);
        if (hours < LATE_HOURS) {
            return well("contact book", waiting == 0 ? "nobody waits to be told" : seen);
        }
        return doubtful(
                "contact book",
                seen,
                book.equals("none")
                        ? "Let CONTACTS_PROVIDER name the book again until it has been told who is gone."
                        : "Read the error of the job keep-contact-book at /api/ops/jobs, and the quotas above.");
    }
}
