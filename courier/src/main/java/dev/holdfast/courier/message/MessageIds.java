package dev.holdfast.courier.message;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Message ids: UUIDv7, so that ids of the same time lie together in every index. */
public final class MessageIds {

    private MessageIds() {}

    /** A new id, greater than every one this process made before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
