package club.panamia.kernel.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a transaction has to send is sent before its COMMIT, and not together with it: so one knows what has not been done. */
@WithTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class SendBeforeCommit {

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        var work = (Uni<?>) call.proceed();
        return call.getContextData().get(RepeatBrokenTransaction.DONE) instanceof AtomicBoolean done
                ? work.call(() -> Panache.getSession().chain(Mutiny.Session::flush))
                        .invoke(() -> done.set(true))
                : work;
    }
}
