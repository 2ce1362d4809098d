package club.panamia.social.file;

import java.nio.ByteBuffer;

/** When the last block of a WebM begins (RFC 9559, section 11): recorders in browsers do not write how long a sound is. */
final class WebMClock {

    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1f43b675;
    private static final int TIMESTAMP = 0xe7;
    private static final int BLOCK_GROUP = 0xa0;
    private static final int BLOCK = 0xa1;
    private static final int SIMPLE_BLOCK = 0xa3;

    private long cluster;
    private long last;

    private WebMClock() {}

    /** In ticks; what holds others is walked through as if its parts stood by themselves, so that no length of it matters. */
    static long lastBlock(ByteBuffer file) {
        var clock = new WebMClock();
        while (file.hasRemaining()) {
            var id = (int) WebM.number(file, false);
            var length = WebM.number(file, true);
            if (id == SEGMENT || id == CLUSTER || id == BLOCK_GROUP) {
                continue;
            }
            var content = file.slice(file.position(), (int) Math.min(length, file.remaining()));
            file.position(file.position() + content.limit());
            clock.look(id, content);
        }
        return clock.last;
    }

    private void look(int id, ByteBuffer content) {
        switch (id) {
            case TIMESTAMP -> cluster = WebM.unsigned(content);
            case BLOCK, SIMPLE_BLOCK -> {
                WebM.number(content, true);
                last = Math.max(last, cluster + content.getShort());
            }
            default -> {}
        }
    }
}
