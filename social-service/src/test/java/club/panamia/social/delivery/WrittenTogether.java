package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.social.Peer;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana and Zoe have written an article together; Ben and Eve follow Ana, and Dan of a third server follows Zoe. */
abstract class WrittenTogether extends Correspondence {

    private final Seed seed = new Seed();
    final Peer third = new Peer();
    Person zoe;
    Person nil;
    String article;

    @Inject
    EventPump pump;

    @BeforeEach
    void anArticle() {
        zoe = joined("Zoe");
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key) VALUES (?, 'rsa-2048', '', ?)",
                actorId(zoe),
                encryption.encrypt(Peer.KEYS.getPrivate().getEncoded(), "actor-key:rsa-2048:" + actorId(zoe)));
        follower(third, "Dan");
        sql.run("""
                UPDATE social_follows SET target_actor_id = ?
                 WHERE actor_id IN (SELECT id FROM social_actors WHERE username = 'Dan')""", actorId(zoe));
        nil = seed.person("Nil");
        article = seed.publishedArticle(ana, "hola");
        sql.run("""
                UPDATE articles SET title = 'Clay & fire', content = '# Kiln\n\n|a|b|\n|-|-|\n|1|2|', excerpt = 'On <clay>',
                       tags = '{"art deco"}', cover_image = '/media/content/x-960.jpg', cover_image_alt = 'A kiln',
                       co_authors = jsonb_build_array(
                         jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'),
                         jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'),
                         jsonb_build_object('userId', 'stranger', 'status', 'pending'))""", zoe.id(), nil.id());
    }

    @AfterEach
    void closeThird() {
        third.close();
    }

    @AfterEach
    void whatever() {
        peer.hasHeardWholeActivities();
        third.hasHeardWholeActivities();
    }

    String uri() {
        return sql.one(String.class, "SELECT uri FROM internal.federated_article WHERE withdrawn_at IS NULL");
    }

    static String actorUri(Person person) {
        return Callers.PUBLIC_URL + "/ap/actors/" + actorId(person);
    }

    void happened(String type) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES (?, jsonb_build_object('articleId', CAST(? AS text),"
                        + " 'userId', CAST(? AS text)))",
                type,
                article,
                zoe.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
