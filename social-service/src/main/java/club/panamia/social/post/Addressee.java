package club.panamia.social.post;

import club.panamia.social.text.Mentioned;

/** Somebody whom a post names or is sent to. */
record Addressee(String actorId, String uri, String username, String domain) {

    static Addressee of(Object[] row) {
        return new Addressee((String) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }

    String handle() {
        return "@" + username + "@" + domain;
    }

    Mentioned mentioned() {
        return Mentioned.of(username, domain, uri);
    }
}
