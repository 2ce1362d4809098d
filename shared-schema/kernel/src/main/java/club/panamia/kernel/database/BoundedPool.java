package club.panamia.kernel.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Requests that cannot get a connection within two seconds, or come while ten wait for each connection, are refused with 503: what
 * would wait longer would be given up by its caller anyway, and only keep the others waiting.
 */
@Singleton
@Default
@ReactiveDataSource(ReadPool.REPLICA)
class BoundedPool implements PgPoolCreator {

    private static final int WAITING_PER_CONNECTION = 10;
    private static final int PATIENCE_SECONDS = 2;

    /** Where statements are cached at all, long ones are, too: those cost most to plan. By itself the driver leaves them out. */
    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(server -> server.setPreparedStatementCacheSqlLimit(Integer.MAX_VALUE));
        var options = input.poolOptions();
        options.setMaxWaitQueueSize(options.getMaxSize() * WAITING_PER_CONNECTION)
                .setConnectionTimeout(PATIENCE_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
