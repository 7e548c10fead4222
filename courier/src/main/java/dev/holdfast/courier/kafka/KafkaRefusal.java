package dev.holdfast.courier.kafka;

import dev.holdfast.courier.relay.Outgoing;
import dev.holdfast.courier.relay.Refusal;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Which of the Kafka client's exceptions speak of a record: one that no other try can help. All
 * others speak of the broker or of the topic's state, the missing right to write included: somebody
 * can change that, and until then the feed waits.
 */
final class KafkaRefusal {

    private KafkaRefusal() {}

    static boolean isForGood(Throwable e) {
        return switch (e) {
            case RecordTooLargeException _ -> true;
            case InvalidTopicException _ -> true;
            case InvalidRecordException _ -> true;
            case InvalidTimestampException _ -> true;
            case SerializationException _ -> true;
            default -> false;
        };
    }

    /** Whether something in the batch is at fault, and which record of it nobody knows. */
    static boolean isOfPage(Throwable e) {
        return e instanceof RecordBatchTooLargeException;
    }

    static Refusal of(Outgoing message, Throwable e) {
        return new Refusal(message, "Kafka refuses it: " + e.getMessage(), true);
    }
}
