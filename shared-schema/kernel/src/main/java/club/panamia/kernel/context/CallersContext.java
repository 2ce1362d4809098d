package club.panamia.kernel.context;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The Vert.x context of whoever asks, to go on there with an answer that comes from elsewhere. */
public final class CallersContext {

    private CallersContext() {}

    /** Of now; outside any context what is to be run is run at once. */
    public static Executor executor() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> run(context, work);
    }

    private static void run(Context context, Runnable work) {
        context.runOnContext(ignored -> work.run());
    }
}
