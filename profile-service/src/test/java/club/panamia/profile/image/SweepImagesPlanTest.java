package club.panamia.profile.image;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.profile.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SweepImagesPlanTest {

    @Inject
    Pool pool;

    @Test
    void findsTheProfilesByAnIndex() {
        Crowd.seed();

        assertThat(Plan.of(pool, SweepImages.HANGING, Tuple.of(new String[] {"a".repeat(64)})))
                .contains("profiles_images_idx")
                .doesNotContain("Seq Scan");
    }
}
