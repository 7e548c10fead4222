package dev.holdfast.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between processes, free again by itself when its holder ends in whatever way. */
public final class FileLock implements AutoCloseable {

    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, waiting for whoever holds it. */
    public static FileLock take(Path file) {
        return take(file, () -> {});
    }

    /** Takes the lock; if another process holds it, says so once and waits. */
    public static FileLock take(Path file, Runnable sayWaiting) {
        try {
            Files.createDirectories(file.getParent());
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                sayWaiting.run();
                channel.lock();
            }
            return new FileLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
