package club.panamia.kernel.guarded;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host; a test can answer as a hostile name server would. */
interface NameLookup {

    Uni<List<InetAddress>> addressesOf(String host);
}
