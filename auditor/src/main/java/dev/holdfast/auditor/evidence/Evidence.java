package dev.holdfast.auditor.evidence;

import java.time.Instant;
import java.util.List;

/**
 * Everything that the auditor has read. The databases are seen at one moment; brokers and third
 * parties a little later, so they may know more, never less.
 *
 * @param settledBefore what happened before this has had its time: nothing of it may be open
 */
public record Evidence(
        Instant settledBefore,
        List<Acceptance> acceptances,
        List<Message> messages,
        List<Taking> takings,
        List<DeadLetter> deadLetters,
        List<ParkedKey> parkedKeys,
        List<Order> orders,
        List<OrderView> orderViews,
        List<Item> items,
        List<ItemView> itemViews,
        List<Timer> timers,
        List<Notification> notifications,
        List<TopicRecord> records,
        List<Queue> queues,
        List<Payment> payments,
        List<Mail> mails) {

    /** Whether something of this time has had its time. */
    public boolean settled(Instant at) {
        return at.isBefore(settledBefore);
    }
}
