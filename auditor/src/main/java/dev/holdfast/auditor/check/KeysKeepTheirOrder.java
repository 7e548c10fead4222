package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.DISORDERED;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.TopicRecord;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Promise 3: the versions of a key are gapless where they are written, and on its topic each comes
 * for the first time after the one before it. What comes again, readers drop.
 */
final class KeysKeepTheirOrder implements Check {

    private record Key(String topic, String key) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::topic).thenComparing(Key::key).compare(this, other);
        }

        String subject() {
            return "key %s of %s".formatted(key, topic);
        }
    }

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.concat(written(evidence), told(evidence));
    }

    private static Stream<Finding> written(Evidence evidence) {
        Map<Key, List<Long>> versions =
                evidence.messages().stream()
                        .filter(message -> !message.isCommand() && message.version() != null)
                        .collect(
                                groupingBy(
                                        message -> new Key(message.address(), message.key()),
                                        TreeMap::new,
                                        mapping(Message::version, toList())));
        return versions.entrySet().stream()
                .flatMap(
                        key ->
                                firstGap(key.getValue().stream().sorted().toList())
                                        .map(what -> disordered(key.getKey(), "Written " + what)));
    }

    /** From the lowest on: outboxes forget what is old. */
    private static Stream<String> firstGap(List<Long> versions) {
        for (int i = 1; i < versions.size(); i++) {
            long before = versions.get(i - 1);
            long version = versions.get(i);
            if (version != before + 1) {
                return Stream.of(
                        version == before
                                ? "twice: version %d.".formatted(version)
                                : "with a gap: version %d follows %d.".formatted(version, before));
            }
        }
        return Stream.empty();
    }

    private static Stream<Finding> told(Evidence evidence) {
        Map<Key, List<TopicRecord>> records =
                evidence.records().stream()
                        .filter(record -> record.version() != null)
                        .collect(
                                groupingBy(
                                        record -> new Key(record.topic(), record.key()),
                                        TreeMap::new,
                                        toList()));
        return records.entrySet().stream()
                .flatMap(key -> told(key.getValue()).map(what -> disordered(key.getKey(), what)));
    }

    private static Stream<String> told(List<TopicRecord> ofKey) {
        if (ofKey.stream().map(TopicRecord::partition).distinct().count() > 1) {
            return Stream.of("It stands in more than one partition.");
        }
        Set<UUID> seen = new HashSet<>();
        TopicRecord last = null;
        for (var next : ofKey.stream().sorted(Comparator.comparing(TopicRecord::offset)).toList()) {
            if (!seen.add(next.id())) {
                continue;
            }
            if (last != null && next.version() != last.version() + 1) {
                return Stream.of(
                        "At offset %d of partition %d version %d comes first after version %d."
                                .formatted(
                                        next.offset(),
                                        next.partition(),
                                        next.version(),
                                        last.version()));
            }
            last = next;
        }
        return Stream.empty();
    }

    private static Finding disordered(Key key, String what) {
        return new Finding(DISORDERED, key.subject(), what);
    }
}
