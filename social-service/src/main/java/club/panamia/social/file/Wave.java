package club.panamia.social.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A sound as plain samples of 16 bits: RIFF, WAVE, a chunk {@code fmt } and a chunk {@code data}. Other chunks are left out. */
final class Wave {

    static final long LONGEST_MS = 60_000;

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int HEADER = 44;
    private static final int PCM = 1;
    private static final int PEAKS = 100;

    private final int channels;
    private final int rate;
    private final ByteBuffer samples;

    private Wave(int channels, int rate, ByteBuffer samples) {
        this.channels = channels;
        this.rate = rate;
        this.samples = samples;
    }

    static boolean begins(byte[] upload) {
        var data = ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN);
        return upload.length >= 12 && data.getInt(0) == RIFF && data.getInt(8) == WAVE;
    }

    static MediaFile of(byte[] upload) {
        try {
            var sound =
                    read(ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN).position(12));
            return MediaFile.sound("audio/wav", sound.file(), sound.durationMs(), sound.peaks());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw MediaFile.unusable("cannot be read to its end");
        }
    }

    private static Wave read(ByteBuffer data) {
        var channels = 0;
        var rate = 0;
        while (true) {
            var name = data.getInt();
            var length = data.getInt();
            var chunk = data.slice(data.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            if (name == FORMAT) {
                channels = chunk.getShort(2);
                rate = chunk.getInt(4);
                require(chunk.getShort(0) == PCM && chunk.getShort(14) == 16 && channels >= 1 && channels <= 2);
                require(rate >= 8000 && rate <= 48_000);
            }
            if (name == DATA) {
                require(rate > 0 && length >= 2 * channels);
                return new Wave(channels, rate, chunk.slice(0, length - length % (2 * channels)));
            }
            data.position(data.position() + length + length % 2);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw MediaFile.unusable("must be of 16 bits, of one or two channels and of 8 to 48 kHz, as a WAV sound");
        }
    }

    private long durationMs() {
        return Math.max(1, samples.limit() / (2L * channels) * 1000 / rate);
    }

    /** How loud it gets in each hundredth of it. */
    private List<Double> peaks() {
        var sound = samples.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var peaks = new ArrayList<Double>();
        for (var slice = 0L; slice < PEAKS; slice++) {
            var loudest = 0;
            for (var n = slice * sound.limit() / PEAKS; n < (slice + 1) * sound.limit() / PEAKS; n++) {
                loudest = Math.max(loudest, Math.abs(sound.get((int) n)));
            }
            peaks.add(Math.min(1, Math.round(loudest / 32_767.0 * 1000) / 1000.0));
        }
        return peaks;
    }

    private byte[] file() {
        var file = ByteBuffer.allocate(HEADER + samples.limit()).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(RIFF).putInt(HEADER - 8 + samples.limit()).putInt(WAVE);
        file.putInt(FORMAT).putInt(16).putShort((short) PCM).putShort((short) channels);
        file.putInt(rate)
                .putInt(rate * channels * 2)
                .putShort((short) (channels * 2))
                .putShort((short) 16);
        return file.putInt(DATA)
                .putInt(samples.limit())
                .put(samples.duplicate())
                .array();
    }
}
