package club.panamia.kernel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.house.Calls;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MediaTest {

    private static final Path FOLDER = Path.of("target/media/kernel");
    private static final InUse NOTHING = files -> Uni.createFrom().item(Set.of());

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Media media;

    @Inject
    MediaSweep sweep;

    @Inject
    BlobStore blobs;

    @BeforeEach
    void emptyFolder() {
        Calls.await(() -> blobs.remove("kernel"));
    }

    @Test
    void keepsAPictureInThreeSizesAndSaysWhose() {
        var image = keep("ana", Pictures.photo(400, 200, 6));

        assertThat(image.width()).isEqualTo(200);
        assertThat(files())
                .containsExactlyInAnyOrder(
                        image.file() + "/96.jpg", image.file() + "/320.jpg", image.file() + "/960.jpg");
        assertThat(sql.one(
                        String.class,
                        "SELECT concat_ws(' ', service, owner_id, type, width, height, state) FROM internal.media"))
                .isEqualTo("kernel ana jpeg 200 400 stored");
    }

    @Test
    void knowsAPictureThatComesTwice() {
        var first = keep("ana", Pictures.png(40, 20));
        var second = keep("ana", Pictures.png(40, 20));

        assertThat(second).isEqualTo(first);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void givesNobodyTheFilesOfAnother() {
        var ana = keep("ana", Pictures.png(40, 20));
        var ben = keep("ben", Pictures.png(40, 20));

        assertThat(ben.file()).isNotEqualTo(ana.file());
        assertThat(rows()).hasSize(2);
    }

    @Test
    void keepsNothingOfWhatItRefuses() {
        for (var file : List.of(Pictures.svg(), Pictures.bomb(9000, 9000), Pictures.lyingWebp())) {
            assertThatThrownBy(() -> keep("ana", file)).isInstanceOf(Problem.class);
        }

        assertThat(rows()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void refersToOnesOwnUploadsOnly() {
        var image = keep("ana", Pictures.png(40, 20));

        refer("ana", image.file());

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> refer("ben", image.file()))
                .matches(problem -> problem.type() == CommonProblem.INVALID);
    }

    @Test
    void refersInATransactionOnly() {
        assertThatThrownBy(() -> Calls.await(() -> media.refer("ana", "x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sweepsWhatNobodyWantedForADay() {
        var old = keep("ana", Pictures.png(40, 20));
        aDayPasses();
        var fresh = keep("ana", Pictures.png(20, 40));

        assertThat(sweep(NOTHING)).isEqualTo(1);

        assertThat(rows()).containsExactly(fresh.file());
        assertThat(files()).hasSize(3).noneMatch(file -> file.startsWith(old.file()));
    }

    @Test
    void sweepsNothingThatIsInUse() {
        var image = keep("ana", Pictures.png(40, 20));
        aDayPasses();

        assertThat(sweep(files -> Uni.createFrom().item(Set.copyOf(files)))).isZero();

        assertThat(rows()).containsExactly(image.file());
        assertThat(files()).hasSize(3);
    }

    @Test
    void sweepsAtOnceWhatWasLetGo() {
        var image = keep("ana", Pictures.png(40, 20));
        refer("ana", image.file());
        assertThat(sweep(NOTHING)).isZero();

        Calls.await(() -> Panache.withTransaction(() -> media.letGo(image.file())));

        assertThat(sweep(NOTHING)).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsAtOnceWhatALeaverHad() {
        refer("ana", keep("ana", Pictures.png(40, 20)).file());
        refer("ana", keep("ana", Pictures.png(20, 40)).file());
        var bens = keep("ben", Pictures.png(40, 20));

        Calls.await(() -> Panache.withTransaction(() -> media.letGoOfAll("ana")));

        assertThat(sweep(NOTHING)).isEqualTo(2);
        assertThat(rows()).containsExactly(bens.file());
    }

    /** Between the question who uses it and its removal somebody begins to use it. */
    @Test
    void sparesWhatIsReferredToMeanwhile() {
        var image = keep("ana", Pictures.png(40, 20));
        aDayPasses();

        var removed = sweep(files ->
                Panache.withTransaction(() -> media.refer("ana", image.file())).replaceWith(Set.of()));

        assertThat(removed).isZero();
        assertThat(files()).hasSize(3);
    }

    @Test
    void finishesASweepThatWasCutOff() {
        var image = keep("ana", Pictures.png(40, 20));
        aDayPasses();
        sql.run("UPDATE internal.media SET state = 'removing'");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> keep("ana", Pictures.png(40, 20)))
                .matches(problem -> problem.type() == CommonProblem.OVERLOADED);
        assertThatThrownBy(() -> refer("ana", image.file())).isInstanceOf(Problem.class);
        assertThat(sweep(NOTHING)).isEqualTo(1);
        assertThat(rows()).isEmpty();
        assertThat(files()).isEmpty();
        keep("ana", Pictures.png(40, 20));
        assertThat(files()).hasSize(3);
    }

    @Test
    void leavesTheRowsOfOtherServicesAlone() {
        keep("ana", Pictures.png(40, 20));
        aDayPasses();
        sql.run("UPDATE internal.media SET service = 'content'");

        assertThat(sweep(NOTHING)).isZero();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void drawsAFewAtOnceAndRefusesTheRest() {
        var file = Pictures.jpeg(4000, 3000);

        var outcomes = Race.of(40, runner -> (Callable<String>) () -> outcome("person-" + runner, file));

        assertThat(outcomes).containsOnly("kept", "busy").contains("kept", "busy");
        assertThat(rows())
                .hasSize((int) outcomes.stream().filter("kept"::equals).count());
        assertThat(outcome("ana", file)).isEqualTo("kept");
    }

    private String outcome(String owner, byte[] file) {
        try {
            keep(owner, file);
            return "kept";
        } catch (Problem problem) {
            return problem.type() == CommonProblem.OVERLOADED ? "busy" : problem.toString();
        }
    }

    private StoredImage keep(String owner, byte[] file) {
        return Calls.await(() -> media.keep(owner, file));
    }

    private void refer(String owner, String file) {
        Calls.await(() -> Panache.withTransaction(() -> media.refer(owner, file)));
    }

    private int sweep(InUse inUse) {
        return Calls.await(() -> sweep.run(inUse));
    }

    private void aDayPasses() {
        sql.run("UPDATE internal.media SET touched_at = touched_at - interval '1 day'");
    }

    private List<String> rows() {
        return sql.list(String.class, "SELECT sha256 FROM internal.media ORDER BY id");
    }

    private static List<String> files() {
        if (Files.notExists(FOLDER)) {
            return List.of();
        }
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
