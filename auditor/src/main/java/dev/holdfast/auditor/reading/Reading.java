package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.Addresses;
import dev.holdfast.auditor.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;

/** Reads all the evidence there is, the databases first. */
public final class Reading {

    private final Addresses addresses;

    public Reading(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * Reads.
     *
     * @param settle what happened this long ago, by the database's clock, has had its time
     */
    public Evidence evidence(Duration settle) {
        try (var database = Database.open(addresses)) {
            Instant settled = database.now().minus(settle);
            var services = new ServiceSchemas(database);
            var orders = new OrdersSchema(database);
            var gateway = new GatewaySchema(database);
            var others = new WorkerSchemas(database);
            var acceptances = gateway.acceptances();
            var messages = services.messages();
            var takings = services.takings();
            var deadLetters = services.deadLetters();
            var parkedKeys = services.parkedKeys();
            var known = orders.orders();
            var orderViews = gateway.orders();
            var items = orders.items();
            var itemViews = gateway.items();
            var timers = others.timers();
            var notifications = others.notifications();
            return new Evidence(
                    settled,
                    acceptances,
                    messages,
                    takings,
                    deadLetters,
                    parkedKeys,
                    known,
                    orderViews,
                    items,
                    itemViews,
                    timers,
                    notifications,
                    new TopicReader(addresses.bootstrapServers()).records(),
                    new QueueReader(addresses.management()).queues(),
                    new PaymentBooks(addresses.payments()).payments(),
                    new MailBox(addresses.mails()).mails());
        }
    }
}
