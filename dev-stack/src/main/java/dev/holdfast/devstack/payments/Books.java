package dev.holdfast.devstack.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.devstack.payments.Journal.Place;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every payment there ever was, and every answer given under an idempotency key. The payments stand
 * in memory; of the answers only where in the journal to find them.
 *
 * <p><b>Guarantee.</b> What {@link #enter} or {@link #read} returned is on disk and outlives kill
 * -9. Steps run one at a time.
 */
final class Books implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, List<String>> intentsOfOrder = new HashMap<>();
    private final Map<String, CompletableFuture<Place>> answers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal;
    private CompletableFuture<Place> lastLine = CompletableFuture.completedFuture(null);

    /**
     * Opens the books of a folder, which is made if need be.
     *
     * @throws UncheckedIOException if they cannot be read
     * @throws IllegalStateException if another process has them open
     */
    Books(Path folder) {
        journal =
                Journal.open(
                        folder.resolve("journal.ndjson"),
                        (place, line) ->
                                apply(parse(line), CompletableFuture.completedFuture(place)));
    }

    /** Runs a step that changes the books; it may look at them, and enters nothing if it throws. */
    Entry enter(Supplier<Entry> step) {
        Entry entry;
        CompletableFuture<Place> written;
        lock.lock();
        try {
            entry = step.get();
            written = journal.append(print(entry));
            apply(entry, written);
            lastLine = written;
        } finally {
            lock.unlock();
        }
        await(written);
        return entry;
    }

    /** Looks at the books. */
    <T> T read(Supplier<T> look) {
        T seen;
        CompletableFuture<Place> written;
        lock.lock();
        try {
            seen = look.get();
            written = lastLine;
        } finally {
            lock.unlock();
        }
        await(written);
        return seen;
    }

    /** Only inside a step. */
    Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    /** Only inside a step; oldest first. */
    List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    /** Only inside a step; oldest first. */
    List<Intent> intentsOf(String order) {
        return intentsOfOrder.getOrDefault(order, List.of()).stream().map(intents::get).toList();
    }

    /** What was answered under this idempotency key. */
    Optional<Entry> answer(String key) {
        return Optional.ofNullable(read(() -> answers.get(key)))
                .map(place -> parse(journal.read(place.join())));
    }

    /** Writes what is under way and lets the folder go. */
    @Override
    public void close() {
        journal.close();
    }

    private void apply(Entry entry, CompletableFuture<Place> line) {
        Intent intent = entry.intent();
        boolean isNew = intents.put(intent.id(), intent) == null;
        if (isNew && intent.orderId() != null) {
            intentsOfOrder.merge(
                    intent.orderId(),
                    List.of(intent.id()),
                    (known, added) -> Stream.concat(known.stream(), added.stream()).toList());
        }
        if (entry.key() != null) {
            answers.put(entry.key(), line);
        }
    }

    private static void await(CompletableFuture<Place> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The journal could not be written.", e.getCause());
        }
    }

    private static String print(Entry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry cannot be written as JSON.", e);
        }
    }

    private static Entry parse(String line) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A line of the journal is damaged: " + line, e);
        }
    }
}
