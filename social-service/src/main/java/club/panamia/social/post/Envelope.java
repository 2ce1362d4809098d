package club.panamia.social.post;

import club.panamia.social.actor.Participant;
import club.panamia.social.audience.Visibility;
import club.panamia.social.home.Home;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * To whom a post goes, as ActivityPub writes it: {@code to} and {@code cc}. A local post has neither the public nor anybody's
 * followers in it, so that it cannot leave the house by mistake.
 */
record Envelope(List<String> to, List<String> cc, List<Addressee> people) {

    static Envelope of(Visibility visibility, Participant speaker, List<Addressee> people) {
        var uris = people.stream().map(Addressee::uri).distinct().toList();
        return switch (visibility) {
            case PUBLIC -> new Envelope(List.of(Home.PUBLIC), and(speaker.followersUrl(), uris), people);
            case QUIET -> new Envelope(List.of(speaker.followersUrl()), and(Home.PUBLIC, uris), people);
            case FOLLOWERS -> new Envelope(List.of(speaker.followersUrl()), uris, people);
            case LOCAL, DIRECT -> new Envelope(uris, List.of(), people);
        };
    }

    /** A row for each addressee. */
    JsonArray rows() {
        var rows = new JsonArray();
        to.forEach(uri -> rows.add(row(uri, "to")));
        cc.forEach(uri -> rows.add(row(uri, "cc")));
        return rows;
    }

    private JsonObject row(String uri, String field) {
        var person = people.stream().filter(one -> one.uri().equals(uri)).findFirst();
        return new JsonObject()
                .put("uri", uri)
                .put("actor_id", person.map(Addressee::actorId).orElse(null))
                .put("field", field);
    }

    private static List<String> and(String first, List<String> others) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(others);
        return List.copyOf(all);
    }
}
