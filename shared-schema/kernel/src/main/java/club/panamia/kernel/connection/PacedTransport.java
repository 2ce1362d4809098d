package club.panamia.kernel.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.net.NetServerOptions;

/**
 * Linux's own epoll, with connections that are accepted a few at a time. Where thousands connect at once, because a proxy or their
 * network was away, those who are connected already do not wait for them: the others wait in the kernel's queue.
 *
 * <p>Vert.x finds it by the service loader; where there is no epoll it takes its own.
 */
public final class PacedTransport extends EpollTransport {

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        bootstrap.option(
                ChannelOption.RCVBUF_ALLOCATOR,
                new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(AcceptInTurns.AT_ONCE));
        bootstrap.handler(new AcceptInTurns());
    }
}
