package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.social.Peer;
import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana of this server, who can sign, and Ben and Eve of another one, who follow her. */
abstract class Correspondence {

    final Sql sql = TestDatabase.get().sql();
    final Peer peer = new Peer();
    Person ana;
    String ben;
    String eve;

    @Inject
    SendOut sendOut;

    @Inject
    RemoteActors actors;

    @Inject
    EncryptionKeys encryption;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key) VALUES (?, 'rsa-2048', '', ?)",
                actorId(ana),
                encryption.encrypt(Peer.KEYS.getPrivate().getEncoded(), "actor-key:rsa-2048:" + actorId(ana)));
        ben = follower(peer, "Ben");
        eve = follower(peer, "Eve");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    String follower(Peer server, String name) {
        var uri = server.actor(name);
        var id = actors.at(uri).await().atMost(Duration.ofSeconds(20));
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, uri, status, accepted_at) VALUES (?, ?, ?, 'accepted', now())",
                id,
                actorId(ana),
                uri + "/follow");
        return uri;
    }

    void send() {
        sendOut.run().await().atMost(Duration.ofSeconds(30));
    }

    /** What was tried is due again. */
    void laterOn() {
        sql.run("UPDATE internal.delivery SET due_at = now() WHERE state = 'waiting'");
        sql.run("UPDATE internal.peer SET closed_until = NULL");
    }

    long waiting() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.delivery WHERE state = 'waiting'");
    }

    List<String> types(Peer server, String inbox) {
        return server.received(inbox).stream()
                .map(activity -> activity.getString("type"))
                .toList();
    }
}
