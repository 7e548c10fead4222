package dev.holdfast.auditor;

import dev.holdfast.auditor.evidence.Acceptance;
import dev.holdfast.auditor.evidence.DeadLetter;
import dev.holdfast.auditor.evidence.Evidence;
import dev.holdfast.auditor.evidence.Item;
import dev.holdfast.auditor.evidence.ItemView;
import dev.holdfast.auditor.evidence.Mail;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Notification;
import dev.holdfast.auditor.evidence.Order;
import dev.holdfast.auditor.evidence.OrderView;
import dev.holdfast.auditor.evidence.ParkedKey;
import dev.holdfast.auditor.evidence.Payment;
import dev.holdfast.auditor.evidence.Queue;
import dev.holdfast.auditor.evidence.Service;
import dev.holdfast.auditor.evidence.Taking;
import dev.holdfast.auditor.evidence.Timer;
import dev.holdfast.auditor.evidence.TopicRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The evidence that one confirmed order leaves behind; a test spoils some of it. */
final class Story {

    static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");
    static final Instant SETTLED = BEGIN.plusSeconds(60);
    static final UUID ORDER = id(1);
    static final UUID NOTIFICATION = id(20);
    static final String SKU = "TEA-01";

    final List<Acceptance> acceptances = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Taking> takings = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final List<ParkedKey> parkedKeys = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<OrderView> orderViews = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final List<ItemView> itemViews = new ArrayList<>();
    final List<Timer> timers = new ArrayList<>();
    final List<Notification> notifications = new ArrayList<>();
    final List<TopicRecord> records = new ArrayList<>();
    final List<Queue> queues = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Mail> mails = new ArrayList<>();

    private int offset;

    /** Of an order for 2 of 10, at 12.90 each. */
    static Story told() {
        var story = new Story();
        story.acceptances.add(
                new Acceptance(
                        ORDER, "holdfast.orders.PlaceOrder.v1", ORDER.toString(), BEGIN, "done"));
        story.command(Service.API_GATEWAY, "order-worker", "orders.PlaceOrder", ORDER, null);
        story.event(id(2), "orders.OrderPlaced", 1, ORDER);
        story.event(id(3), "orders.StockReserved", 2, ORDER);
        story.command(
                Service.ORDER_WORKER, "order-worker", "orders.AuthorizePayment", id(4), ORDER);
        story.command(
                Service.ORDER_WORKER, "scheduler-service", "scheduler.SetTimer", id(5), ORDER);
        story.event(id(6), "orders.PaymentAuthorized", 3, id(4));
        story.event(id(7), "orders.OrderConfirmed", 4, id(4));
        story.command(
                Service.ORDER_WORKER, "scheduler-service", "scheduler.CancelTimer", id(8), id(4));
        story.command(
                Service.NOTIFICATION_WORKER,
                "notification-worker",
                "notifications.SendMail",
                id(9),
                id(7));
        story.orders.add(new Order(ORDER, 4, "confirmed", "EUR", 2580, Map.of(SKU, 2L)));
        story.orderViews.add(new OrderView(ORDER, 4, "confirmed"));
        story.items.add(new Item(SKU, 10, 2, 8, 10, 3));
        story.itemViews.add(new ItemView(SKU, 10, 2, 3));
        story.timers.add(new Timer("payment:" + ORDER, "canceled", SETTLED, BEGIN, null));
        story.notifications.add(
                new Notification(NOTIFICATION, ORDER, "order-confirmed", "sent", BEGIN));
        story.payments.add(
                new Payment("pi_1", ORDER.toString(), 2580, "eur", "requires_capture", true));
        story.mails.add(
                new Mail("<%s@holdfast>".formatted(NOTIFICATION), ORDER.toString(), BEGIN, 1));
        story.queues.add(new Queue("order-worker.commands.dead", 0));
        return story;
    }

    /** The n-th id made in this story. */
    static UUID id(int n) {
        return new UUID((BEGIN.toEpochMilli() + n) << 16 | 0x7000, 0x8000000000000000L);
    }

    /** A command that was written and taken in. */
    void command(Service from, String to, String type, UUID id, UUID cause) {
        String address = to + "." + type.substring(type.indexOf('.') + 1);
        write(from, "commands", address, type, id, null, cause);
    }

    /** An event of the order that was written, is on its topic and was taken in. */
    void event(UUID id, String type, long version, UUID cause) {
        write(Service.ORDER_WORKER, null, "holdfast.orders", type, id, version, cause);
        record(id, version);
    }

    /** Once more on the topic. */
    void record(UUID id, long version) {
        records.add(new TopicRecord("holdfast.orders", 0, offset++, ORDER.toString(), id, version));
    }

    private void write(
            Service from,
            String exchange,
            String address,
            String type,
            UUID id,
            Long version,
            UUID cause) {
        var message =
                new Message(
                        from,
                        exchange,
                        address,
                        id,
                        "holdfast." + type + ".v1",
                        ORDER.toString(),
                        version,
                        cause,
                        BEGIN);
        messages.add(message);
        Service.receiversOf(message).forEach(to -> takings.add(Taking.of(message, to)));
    }

    /** Has no end: the message never arrived anywhere. */
    void lose(UUID message) {
        takings.removeIf(taking -> taking.messageId().equals(message));
    }

    Verdict verdict() {
        return Auditor.judge(
                new Evidence(
                        SETTLED,
                        acceptances,
                        messages,
                        takings,
                        deadLetters,
                        parkedKeys,
                        orders,
                        orderViews,
                        items,
                        itemViews,
                        timers,
                        notifications,
                        records,
                        queues,
                        payments,
                        mails));
    }
}
