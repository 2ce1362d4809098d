package club.panamia.auth.affiliate;

import org.jspecify.annotations.Nullable;

/** Somebody who has just joined the programme, as staff hears of it. */
record NewAffiliate(String code, @Nullable String name, String email) {

    static NewAffiliate of(Object[] row) {
        return new NewAffiliate((String) row[0], (String) row[1], (String) row[2]);
    }
}
