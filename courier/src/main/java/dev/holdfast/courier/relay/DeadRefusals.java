package dev.holdfast.courier.relay;

import dev.holdfast.courier.deadletter.DeadLetter;
import dev.holdfast.courier.deadletter.DeadLetters;
import dev.holdfast.courier.deadletter.Origin;
import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.CloudEventHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Makes dead letters of messages that their broker refused as often as is allowed.
 *
 * <p>The letter's consumer is {@code relay.} and the feed; its address is the topic, or the routing
 * key at its exchange. To put it back is to write it into the outbox as it is.
 */
@ApplicationScoped
class DeadRefusals implements LastTry {

    private final DataSource database;
    private final DeadLetters letters;

    DeadRefusals(DataSource database, DeadLetters letters) {
        this.database = database;
        this.letters = letters;
    }

    @Override
    public void setAside(Feed feed, long fence, RefusedKey key, Outgoing message, String reason)
            throws FeedLost {
        boolean ours =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    if (!removed(feed, fence, message)) {
                                        return false;
                                    }
                                    letters.record(letter(feed, key, message, reason));
                                    return true;
                                });
        if (!ours) {
            throw new FeedLost(feed.name());
        }
    }

    private boolean removed(Feed feed, long fence, Outgoing message) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Fenced.hold(connection, feed.name(), fence);
            new RefusedKeys(database, feed)
                    .removed(connection, message.envelope().key(), message.seq());
            return true;
        } catch (FeedLost e) {
            return false;
        }
    }

    private static DeadLetter letter(Feed feed, RefusedKey key, Outgoing message, String reason) {
        var envelope = message.envelope();
        return new DeadLetter(
                "relay." + feed.name(),
                Origin.RELAY,
                message.address(),
                envelope.id(),
                envelope.type(),
                envelope.key(),
                CloudEventHeaders.write(envelope),
                message.body(),
                Reason.REFUSED,
                reason,
                "[]",
                key.refusedAt(),
                Cause.of(envelope),
                message.exchange());
    }
}
