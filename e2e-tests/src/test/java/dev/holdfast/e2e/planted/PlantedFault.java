package dev.holdfast.e2e.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A mistake that could be made in the courier, as a change of its source: where this stands now,
 * that would stand. Nothing of it is in what is released, which does not know of it.
 */
enum PlantedFault {

    /** Every delivery is taken for new. */
    NO_INBOX(
            "inbox/Inbox.java",
            "            return fresh;",
            "            return new HashSet<>(messages.stream().map(Envelope::id).toList());"),

    /** RabbitMQ forgets a command before what it led to is durable. */
    ACKNOWLEDGE_BEFORE_COMMIT(
            "rabbit/CommandBatch.java",
            "        if (commands.size() == 1) {",
            """
                    commands.forEach(command -> command.delivery().acknowledge());
                    if (commands.size() == 1) {\
            """),

    /** What was written to a socket counts as sent, a retry's copy like everything else. */
    NO_CONFIRM("rabbit/RabbitCarrier.java", "flight.land();", "if (flight == null) flight.land();");

    private static final Path SOURCES = Path.of("../courier/src/main/java/dev/holdfast/courier");

    private final String file;
    private final String right;
    private final String wrong;

    PlantedFault(String file, String right, String wrong) {
        this.file = file;
        this.right = right;
        this.wrong = wrong;
    }

    /** The class in which it is, for instance {@code dev/holdfast/courier/inbox/Inbox}. */
    String className() {
        return "dev/holdfast/courier/" + file.replace(".java", "");
    }

    /**
     * The source of the class with the mistake.
     *
     * @throws IllegalStateException if the source has changed: then this must be planted anew
     */
    String source() throws IOException {
        String source = Files.readString(SOURCES.resolve(file));
        if (!source.contains(right)) {
            throw new IllegalStateException(
                    "%s has no '%s' any more: plant %s elsewhere."
                            .formatted(file, right.strip(), this));
        }
        return source.replace(right, wrong);
    }

    /** For file names. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
