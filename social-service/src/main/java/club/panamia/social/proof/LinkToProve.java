package club.panamia.social.proof;

import club.panamia.social.home.Home;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A link whose time has come.
 *
 * @param attempts with this one, since it was proven last
 * @param wanted whether it stands in the actor still, and somebody cares
 */
record LinkToProve(String id, String url, String host, int attempts, boolean wanted, Owner owner) {

    static LinkToProve of(Row row, Home home) {
        return new LinkToProve(
                row.getString("id"),
                row.getString("url"),
                row.getString("host"),
                row.getInteger("attempts"),
                row.getBoolean("wanted"),
                new Owner(
                        row.getString("uri"),
                        row.getBoolean("ours") ? home.profile(row.getString("username")) : row.getString("page")));
    }
}
