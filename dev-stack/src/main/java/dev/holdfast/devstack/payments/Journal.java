package dev.holdfast.devstack.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/**
 * A file of lines that is only ever appended to.
 *
 * <p><b>Guarantees.</b> A line whose future has completed is on disk, and so is every line before
 * it. Lines keep the order of the calls. A last line that a crash has torn was never promised to
 * anybody and is cut off at the next start. One process writes at a time. Lines that wait together
 * share one fsync. After a write has failed every later one does, for it would follow a torn line.
 */
final class Journal implements AutoCloseable {

    /** Where a line stands, without its line feed. */
    record Place(long start, int length) {}

    private record Waiting(byte[] line, CompletableFuture<Place> written) {}

    private static final Waiting END = new Waiting(new byte[0], new CompletableFuture<>());

    private final FileChannel file;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private IOException failure;

    private Journal(FileChannel file) {
        this.file = file;
        this.writer = Thread.ofPlatform().name("payments-journal").start(this::write);
    }

    /**
     * Opens the journal and replays its lines.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalStateException if another process has it
     */
    static Journal open(Path path, BiConsumer<Place, String> replay) {
        try {
            Files.createDirectories(path.getParent());
            FileChannel file = FileChannel.open(path, CREATE, READ, WRITE);
            try {
                lock(file, path);
                file.truncate(WholeLines.replay(file, replay)).position(file.size());
                return new Journal(file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal %s.".formatted(path), e);
        }
    }

    private static void lock(FileChannel file, Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("%s is open already.".formatted(path), e);
        }
        throw new IllegalStateException("Another process writes %s.".formatted(path));
    }

    /** Appends a line, which must not contain a line feed. */
    CompletableFuture<Place> append(String line) {
        var waiting = new Waiting(line.getBytes(UTF_8), new CompletableFuture<>());
        queue.add(waiting);
        return waiting.written();
    }

    /** Reads a line again. */
    String read(Place place) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(place.length());
            while (bytes.hasRemaining()) {
                if (file.read(bytes, place.start() + bytes.position()) < 0) {
                    throw new EOFException("The journal is shorter than it was.");
                }
            }
            return new String(bytes.array(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read.", e);
        }
    }

    /** Writes what waits, and closes the file. */
    @Override
    public void close() {
        queue.add(END);
        try (file) {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal was not closed.", e);
        }
    }

    private void write() {
        var batch = new ArrayList<Waiting>();
        try {
            do {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch);
                flush(batch);
            } while (!batch.contains(END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush(List<Waiting> batch) {
        try {
            if (failure != null) {
                throw new IOException("The journal failed before and takes no more.", failure);
            }
            long start = file.position();
            var bytes = new ByteArrayOutputStream();
            var places = new ArrayList<Place>();
            for (Waiting waiting : batch) {
                places.add(new Place(start + bytes.size(), waiting.line().length));
                if (waiting != END) {
                    bytes.writeBytes(waiting.line());
                    bytes.write('\n');
                }
            }
            write(ByteBuffer.wrap(bytes.toByteArray()));
            for (int i = 0; i < places.size(); i++) {
                batch.get(i).written().complete(places.get(i));
            }
        } catch (IOException e) {
            failure = e;
            batch.forEach(waiting -> waiting.written().completeExceptionally(e));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }
}
