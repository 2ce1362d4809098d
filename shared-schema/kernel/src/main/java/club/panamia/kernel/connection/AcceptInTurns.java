package club.panamia.kernel.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/** Pauses after a few connections: five hundred of them a second at most. Who comes alone is accepted at once. */
@Sharable
final class AcceptInTurns extends ChannelInboundHandlerAdapter {

    static final int AT_ONCE = 2;

    private static final int PAUSE_MILLIS = 4;

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        var server = context.channel();
        server.config().setAutoRead(false);
        context.executor().schedule(() -> goOn(server), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        context.fireChannelReadComplete();
    }

    private static void goOn(Channel server) {
        if (server.isOpen()) {
            server.config().setAutoRead(true);
        }
    }
}
