package dev.holdfast.devstack.mail;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the mails: {@code 00000042.eml}, and {@code 00000042.2.eml} when the same mail came
 * again. A file under such a name is whole.
 */
final class MailFolder {

    private static final String ARRIVING = ".arriving";
    private static final Pattern NAME = Pattern.compile("(?<id>\\d+)(?:\\.(?<time>\\d+))?\\.eml");

    /**
     * A file.
     *
     * @param id the mail's
     * @param time 1 for the first time that it came
     */
    record Copy(String id, int time, Path path) {}

    private final Path folder;

    /** Opens the folder, which is made if need be; what a crash left half-written goes. */
    MailFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ARRIVING)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Every copy of every mail, in the order in which they were numbered. */
    List<Copy> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> copy(path, NAME.matcher(path.getFileName().toString())))
                    .filter(copy -> copy != null)
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        }
    }

    /** Writes the mail under a name that does not count yet; it is on disk when this returns. */
    Path write(byte[] eml) throws IOException {
        Path arriving = folder.resolve(UUID.randomUUID() + ARRIVING);
        try (var file = FileChannel.open(arriving, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(eml);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        return arriving;
    }

    /** Gives it the name that counts. */
    void keep(Path arriving, String id, int time) throws IOException {
        Files.move(arriving, path(id, time), ATOMIC_MOVE);
    }

    /** Names given or taken before are on disk when this returns. */
    void flush() throws IOException {
        try (var directory = FileChannel.open(folder, READ)) {
            directory.force(true);
        }
    }

    Path path(String id, int time) {
        return folder.resolve(time == 1 ? id + ".eml" : "%s.%d.eml".formatted(id, time));
    }

    private static Copy copy(Path path, Matcher name) {
        if (!name.matches()) {
            return null;
        }
        String time = name.group("time");
        return new Copy(name.group("id"), time == null ? 1 : Integer.parseInt(time), path);
    }
}
