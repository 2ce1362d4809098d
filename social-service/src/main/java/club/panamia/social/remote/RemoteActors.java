package club.panamia.social.remote;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.rule.ServerRules;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The actors of other servers that we know, and those that we come to know. */
@Singleton
public class RemoteActors {

    private static final String KNOWN = "SELECT id FROM social_actors WHERE uri = $1 AND fetched_at IS NOT NULL";

    /** One at a time for each handle. Whoever had it before, on the same server, has it no longer. */
    private static final String KEEP = """
            WITH said AS (
              SELECT * FROM jsonb_to_record($1) AS v (uri text, username text, domain text, type text, inbox text, outbox text,
                                                      followers text, following text, shared text, name text, summary text,
                                                      icon text, header text, page text, approves boolean, pem text, keys jsonb,
                                                      aliases jsonb, moved text, fields jsonb, discoverable boolean,
                                                      indexable boolean, emojis jsonb)
            ), held AS MATERIALIZED (
              SELECT pg_advisory_xact_lock(hashtextextended(lower(said.username || '@' || said.domain), 0)) FROM said
            ), former AS (
              UPDATE social_actors f SET username = f.id FROM said, held
               WHERE lower(f.username) = lower(said.username) AND lower(f.domain) = lower(said.domain) AND f.uri <> said.uri
                 AND f.profile_id IS NULL
              RETURNING f.id
            ), actor AS (
              INSERT INTO social_actors (uri, username, domain, type, inbox_url, outbox_url, followers_url, following_url,
                                         shared_inbox_url, name, summary, icon_url, header_url, url, manually_approves_followers,
                                         public_key, also_known_as, moved_to, fields, discoverable, indexable, emojis, standing,
                                         fetched_at)
              SELECT uri, username, domain, type, inbox, outbox, followers, following, shared, name, summary, icon, header, page,
                     approves, pem, aliases, moved, fields, discoverable, indexable, emojis, coalesce(%s, 'good'), now()
                FROM said, held
               WHERE (SELECT count(*) FROM former) >= 0
                 AND NOT EXISTS (SELECT FROM internal.tombstone t WHERE t.uri = said.uri)
              ON CONFLICT (uri) DO UPDATE
                 SET username = excluded.username, domain = excluded.domain, type = excluded.type, inbox_url = excluded.inbox_url,
                     outbox_url = excluded.outbox_url, followers_url = excluded.followers_url,
                     following_url = excluded.following_url, shared_inbox_url = excluded.shared_inbox_url, name = excluded.name,
                     summary = excluded.summary, icon_url = excluded.icon_url, header_url = excluded.header_url, url = excluded.url,
                     manually_approves_followers = excluded.manually_approves_followers, public_key = excluded.public_key,
                     also_known_as = excluded.also_known_as, moved_to = excluded.moved_to, fields = excluded.fields,
                     discoverable = excluded.discoverable, indexable = excluded.indexable, emojis = excluded.emojis,
                     standing = greatest(social_actors.decided_standing, excluded.standing),
                     fetched_at = now()
              RETURNING id
            ), ended AS (
              DELETE FROM internal.peer_key k USING actor, said
               WHERE k.actor_id = actor.id AND NOT said.keys @> jsonb_build_array(jsonb_build_object('key_id', k.key_id))
            ), keys AS (
              INSERT INTO internal.peer_key (key_id, actor_id, kind, public_key)
              SELECT DISTINCT ON (k.key_id) k.key_id, actor.id, k.kind, k.public_key
                FROM actor, said, jsonb_to_recordset(said.keys) AS k (key_id text, kind text, public_key text)
              ON CONFLICT (key_id) DO UPDATE
                 SET actor_id = excluded.actor_id, kind = excluded.kind, public_key = excluded.public_key
            )
            SELECT id FROM actor
            """.formatted(ServerRules.STANDING.formatted("said.domain"));

    private static final String OURS = "SELECT id FROM social_actors WHERE uri = $1 AND profile_id IS NOT NULL";

    private final Pool pool;
    private final Documents documents;
    private final ServerRules rules;
    private final OneAtATime<String> asked = new OneAtATime<>(this::ask);

    RemoteActors(Pool pool, Documents documents, ServerRules rules) {
        this.pool = pool;
        this.documents = documents;
        this.rules = rules;
    }

    /** The id of somebody whom we know already. */
    public Uni<Optional<String>> known(String uri) {
        return pool.preparedQuery(KNOWN).execute(Tuple.of(uri)).map(RemoteActors::first);
    }

    /** The id of somebody whom we may not know yet; outside any transaction. */
    public Uni<String> at(String uri) {
        return known(uri).chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : anew(uri));
    }

    /** As their server describes them now. */
    public Uni<String> anew(String uri) {
        return asked.get(uri);
    }

    /** Whether their server says now that they are gone, or knows nobody of this id. */
    public Uni<Boolean> areGone(String uri) {
        return anew(uri)
                .replaceWith(false)
                .onFailure(RemoteActors::saysThatTheyAreGone)
                .recoverWithItem(true)
                .onFailure(Problem.class)
                .recoverWithItem(false);
    }

    private static boolean saysThatTheyAreGone(Throwable failure) {
        return failure instanceof Problem problem
                && (problem.type() == RemoteProblem.GONE || problem.type() == RemoteProblem.NOT_THERE);
    }

    /** The actor that {@code document} is, which their server has just shown. */
    public Uni<String> shown(JsonObject document) {
        return Uni.createFrom().item(document).map(RemoteActor::of).chain(this::keep);
    }

    /** Somebody of this server, or as another one describes them now. */
    public Uni<String> asTheyAre(String uri) {
        return pool.preparedQuery(OURS)
                .execute(Tuple.of(uri))
                .map(RemoteActors::first)
                .chain(ours -> ours.isPresent() ? Uni.createFrom().item(ours.get()) : anew(uri));
    }

    private Uni<String> ask(String uri) {
        return documents.at(uri).chain(this::shown);
    }

    private Uni<String> keep(RemoteActor actor) {
        return rules.rejectsMedia(actor.host()).chain(faceless -> keep(said(actor, faceless)));
    }

    private Uni<String> keep(JsonObject said) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(said))
                .map(RemoteActors::first)
                .map(RemoteActors::there);
    }

    private static String there(Optional<String> kept) {
        return kept.orElseThrow(() -> RemoteProblem.GONE.because("They have said that they are gone."));
    }

    private static JsonObject said(RemoteActor actor, boolean faceless) {
        return new JsonObject()
                .put("uri", actor.uri())
                .put("username", actor.username())
                .put("domain", actor.host())
                .put("type", actor.type())
                .put("inbox", actor.inbox())
                .put("outbox", actor.collection("outbox"))
                .put("followers", actor.collection("followers"))
                .put("following", actor.collection("following"))
                .put("shared", actor.sharedInbox())
                .put("name", actor.name())
                .put("summary", actor.summary())
                .put("icon", faceless ? null : actor.picture("icon"))
                .put("header", faceless ? null : actor.picture("image"))
                .put("page", actor.page())
                .put("fields", actor.fields())
                .put("discoverable", actor.discoverable())
                .put("indexable", actor.indexable())
                .put("approves", actor.manuallyApprovesFollowers())
                .put("pem", pem(actor.keys()))
                .put("aliases", actor.alsoKnownAs())
                .put("moved", actor.movedTo())
                .put("emojis", faceless ? new JsonArray() : actor.emojis())
                .put("keys", actor.keys());
    }

    private static String pem(JsonArray keys) {
        return keys.stream()
                .map(JsonObject.class::cast)
                .filter(key -> "rsa".equals(key.getString("kind")))
                .map(key -> key.getString("public_key"))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString("id"));
    }
}
