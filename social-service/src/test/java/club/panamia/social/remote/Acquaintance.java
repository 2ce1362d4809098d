package club.panamia.social.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** Another server, whose actors this one gets to know. */
abstract class Acquaintance {

    final Sql sql = TestDatabase.get().sql();
    final Peer peer = new Peer();

    @Inject
    RemoteActors actors;

    @AfterEach
    void close() {
        peer.close();
    }

    String at(String uri) {
        return actors.at(uri).await().atMost(Duration.ofSeconds(20));
    }

    void refuses(String uri, RemoteProblem problem) {
        assertThatThrownBy(() -> at(uri))
                .isInstanceOf(Problem.class)
                .satisfies(refusal -> assertThat(((Problem) refusal).type()).isEqualTo(problem));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_actors WHERE id <> 'instance'"))
                .isZero();
    }
}
