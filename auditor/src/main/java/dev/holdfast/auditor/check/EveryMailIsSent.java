package dev.holdfast.auditor.check;

import static dev.holdfast.auditor.check.Finding.Kind.DOUBLED;
import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Mail;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Notification;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every notification that was sent is a mail at the mail server, and every mail there is one of
 * them. That one came twice under its Message-ID is not promised against.
 */
final class EveryMailIsSent implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.concat(missing(evidence), unknown(evidence));
    }

    private static Stream<Finding> missing(Evidence evidence) {
        Set<String> mails = evidence.mails().stream().map(Mail::messageId).collect(toSet());
        Map<String, Instant> due =
                evidence.messages().stream()
                        .filter(message -> message.name().equals("SendMail"))
                        .collect(
                                toMap(
                                        Message::key,
                                        Message::dueAt,
                                        (one, other) -> one.isAfter(other) ? one : other));
        return evidence.notifications().stream()
                .filter(
                        told ->
                                evidence.settled(
                                        due.getOrDefault(told.id().toString(), told.createdAt())))
                .flatMap(
                        told ->
                                switch (told.state()) {
                                    case "pending" -> Stream.of(lost(told, "was never sent"));
                                    case "sent" ->
                                            mails.contains(messageId(told))
                                                    ? Stream.empty()
                                                    : Stream.of(
                                                            lost(
                                                                    told,
                                                                    "is noted as sent, but the mail server does not have it"));
                                    default -> Stream.empty();
                                });
    }

    private static Finding lost(Notification told, String what) {
        return new Finding(
                LOST,
                "notification " + told.id(),
                "%s of order %s %s.".formatted(told.kind(), told.orderId(), what));
    }

    private static Stream<Finding> unknown(Evidence evidence) {
        Set<String> asked =
                evidence.notifications().stream().map(EveryMailIsSent::messageId).collect(toSet());
        return evidence.mails().stream()
                .filter(mail -> evidence.settled(mail.receivedAt()))
                .filter(mail -> mail.orderId() != null && !asked.contains(mail.messageId()))
                .map(
                        mail ->
                                new Finding(
                                        DOUBLED,
                                        "mail " + mail.messageId(),
                                        "Sent for order %s, although nothing asked for it."
                                                .formatted(mail.orderId())));
    }

    private static String messageId(Notification told) {
        return "<%s@holdfast>".formatted(told.id());
    }
}
