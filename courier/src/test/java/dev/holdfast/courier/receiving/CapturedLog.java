package dev.holdfast.courier.receiving;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the application logs from INFO up while a test watches. */
final class CapturedLog extends Handler implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final PatternFormatter message = new PatternFormatter("%s");
    private final Logger root = Logger.getLogger("");

    CapturedLog() {
        setLevel(Level.INFO);
        root.addHandler(this);
    }

    /** The lines at WARN and above. */
    List<String> complaints() {
        return lines.stream().filter(line -> !line.startsWith("INFO")).toList();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
            String trace = entry.getThrown() == null ? "" : " with " + entry.getThrown();
            lines.add(
                    "%s %s %s%s"
                            .formatted(
                                    entry.getLevel(),
                                    entry.getLoggerName(),
                                    message.format(ExtLogRecord.wrap(entry)).strip(),
                                    trace));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
