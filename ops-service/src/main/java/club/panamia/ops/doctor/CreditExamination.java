package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.ill;
import static club.panamia.ops.doctor.Finding.well;

import club.panamia.ops.provider.Credit;
import club.panamia.ops.provider.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** How many letters the providers of {@code MAIL_PROVIDERS} still take that count them. */
@Singleton
class CreditExamination implements Examination {

    private static final long FEW = 100;

    private final Delivery delivery;

    CreditExamination(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "mail credit";
    }

    @Override
    public Uni<List<Finding>> look() {
        return delivery.credits()
                .map(credits -> credits.stream().map(CreditExamination::finding).toList());
    }

    private static Finding finding(Credit credit) {
        var name = "mail credit " + credit.provider();
        var letters = credit.letters();
        if (letters == null) {
            return doubtful(
                    name,
                    "not told: " + credit.refusal(),
                    "Look again in a minute; if it stays so, see whether BREVO_API_KEY is right and the network lets this"
                            + " service out to BREVO_URL.");
        }
        var seen = "%d letters are left".formatted(letters);
        if (letters > FEW) {
            return well(name, seen);
        }
        var remedy =
                "Buy credit there or wait for the plan's next day; until then name another provider first in MAIL_PROVIDERS.";
        return letters > 0 ? doubtful(name, seen, remedy) : ill(name, seen, remedy);
    }
}
