package club.panamia.k8s.rollout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mail server that has read a letter, and says that it has taken it only when it is told to. */
final class HoldingSmtp implements AutoCloseable {

    private static final String ID = "message-id:";

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final ServerSocket server;

    HoldingSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    /** A letter that it has read to the end. */
    record Letter(String messageId, CountDownLatch taken, CountDownLatch answered) {

        /** Says so to whoever sent it; returns once that has left. */
        void take() {
            taken.countDown();
            await(answered);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("Nothing came of it within 20 s");
                }
            } catch (InterruptedException e) {
                throw new AssertionError("Interrupted", e);
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next that is read. */
    Letter next(Duration patience) {
        try {
            var letter = letters.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (letter == null) {
                throw new AssertionError("No letter within " + patience);
            }
            return letter;
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 holding");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                say(socket, line.startsWith("DATA") ? "354 go on" : "250 well");
                if (line.startsWith("DATA")) {
                    hold(socket, lines);
                }
            }
        } catch (IOException gone) {
            // Whoever sent it was killed.
        }
    }

    private void hold(Socket socket, BufferedReader lines) throws IOException {
        var letter = new Letter(messageId(lines), new CountDownLatch(1), new CountDownLatch(1));
        letters.add(letter);
        Letter.await(letter.taken());
        say(socket, "250 taken");
        letter.answered().countDown();
    }

    private static String messageId(BufferedReader lines) throws IOException {
        var id = "";
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                id = line.substring(ID.length()).strip();
            }
        }
        return id;
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
