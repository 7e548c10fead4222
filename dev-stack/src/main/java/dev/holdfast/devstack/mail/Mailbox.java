package dev.holdfast.devstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Every mail that came.
 *
 * <p><b>Guarantees.</b> A mail is on disk when {@link #deliver} returns. A mail whose Message-ID
 * came before is the same mail: it is counted, not listed again. Ids grow in the order in which
 * mails become visible, so that a reader who goes on after the last id it saw misses none.
 */
final class Mailbox {

    private final MailFolder folder;
    private final Clock clock;
    private final TreeMap<String, Mail> mails = new TreeMap<>();
    private final Map<String, String> idByMessageId = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long lastNumber;

    /**
     * Opens a folder, which is made if need be.
     *
     * @throws IOException if its mails cannot be read
     */
    Mailbox(Path data, Clock clock) throws IOException {
        this.folder = new MailFolder(data);
        this.clock = clock;
        for (MailFolder.Copy copy : folder.copies()) {
            var since = Files.getLastModifiedTime(copy.path()).toInstant();
            remember(counted(Eml.summary(copy.id(), Files.readAllBytes(copy.path()), since)));
        }
    }

    /** Keeps a mail. */
    void deliver(String from, List<String> recipients, byte[] eml) throws IOException {
        byte[] stamped = stamped(from, recipients, eml);
        Path arriving = folder.write(stamped);
        lock.lock();
        try {
            Mail mail = counted(Eml.summary(id(lastNumber + 1), stamped, clock.instant()));
            folder.keep(arriving, mail.id(), mail.received());
            remember(mail);
        } finally {
            lock.unlock();
        }
        folder.flush();
    }

    /** So many mails after this id that pass the filter, oldest first. */
    List<Mail> list(String after, int limit, Predicate<Mail> filter) {
        lock.lock();
        try {
            return mails.tailMap(after, false).values().stream()
                    .filter(filter)
                    .limit(limit)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    Optional<Mail> mail(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(mails.get(id));
        } finally {
            lock.unlock();
        }
    }

    /** The mail in full, as it came first. */
    Eml.Content content(Mail mail) throws IOException {
        try (InputStream eml = Files.newInputStream(folder.path(mail.id(), 1))) {
            return Eml.content(eml);
        }
    }

    /** Throws every mail away. */
    void clear() throws IOException {
        lock.lock();
        try {
            for (MailFolder.Copy copy : folder.copies()) {
                Files.delete(copy.path());
            }
            mails.clear();
            idByMessageId.clear();
        } finally {
            lock.unlock();
        }
        folder.flush();
    }

    /** The mail, or the one that it repeats, counted once more. */
    private Mail counted(Mail mail) {
        String known = mail.messageId() == null ? null : idByMessageId.get(mail.messageId());
        return known == null ? mail : mails.get(known).again();
    }

    private void remember(Mail mail) {
        mails.put(mail.id(), mail);
        lastNumber = Math.max(lastNumber, Long.parseLong(mail.id()));
        if (mail.messageId() != null) {
            idByMessageId.put(mail.messageId(), mail.id());
        }
    }

    /** The mail with what the envelope said, in the headers that mail servers use for it. */
    private static byte[] stamped(String from, List<String> recipients, byte[] eml) {
        var stamped = new ByteArrayOutputStream(eml.length + 256);
        stamped.writeBytes("Return-Path: <%s>\r\n".formatted(from).getBytes(UTF_8));
        for (String recipient : recipients) {
            stamped.writeBytes("%s: %s\r\n".formatted(Eml.DELIVERED_TO, recipient).getBytes(UTF_8));
        }
        stamped.writeBytes(eml);
        return stamped.toByteArray();
    }

    private static String id(long number) {
        return "%08d".formatted(number);
    }
}
