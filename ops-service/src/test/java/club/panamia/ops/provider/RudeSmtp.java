package club.panamia.ops.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server that behaves badly in one way, as real ones do. */
public final class RudeSmtp implements AutoCloseable {

    /** In which way. */
    public enum Manner {
        /** Takes the connection and says nothing, ever. */
        SILENT,
        SLOW,
        BUSY,
        NOT_YET,
        KNOWS_NO_SUCH_MAILBOX,
        REFUSES_LETTERS
    }

    private final ServerSocket server;
    private final Thread listener;
    private final Manner manner;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    RudeSmtp(int port, Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Thread.ofVirtual().start(this::listen);
    }

    int calls() {
        return calls.get();
    }

    /** Returns when the port is free for the next one: it is the listener who lets go of it, after the call that closes it. */
    @Override
    public void close() {
        try {
            server.close();
            listener.join();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rude server went away", e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                calls.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        if (manner == Manner.SILENT) {
            return;
        }
        try (socket;
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, manner == Manner.BUSY ? "421 too many of you" : "220 rude");
            var letter = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (letter && !line.equals(".")) {
                    continue;
                }
                say(socket, letter ? endOfLetter() : answer(line));
                letter = !letter && line.startsWith("DATA");
            }
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    private String answer(String line) {
        return switch (line.split("[ :]", 2)[0]) {
            case "EHLO", "HELO" -> "250 rude";
            case "RCPT" -> recipient();
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 well";
        };
    }

    private String recipient() {
        return switch (manner) {
            case NOT_YET -> "451 4.7.1 come back later";
            case KNOWS_NO_SUCH_MAILBOX -> "550 5.1.1 nobody of that name";
            case SILENT, SLOW, BUSY, REFUSES_LETTERS -> "250 well";
        };
    }

    private String endOfLetter() {
        return manner == Manner.REFUSES_LETTERS ? "554 5.7.1 not with these words" : "250 taken";
    }

    private void say(Socket socket, String answer) throws IOException {
        if (manner == Manner.SLOW) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
        }
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
