package dev.holdfast.orders.store;

import dev.holdfast.courier.retry.PermanentFailure;

/**
 * An append began after the end of its stream: the state it was decided on is ahead of the events.
 * No retry helps; the state of those orders has to be rebuilt.
 */
public class StreamBehind extends PermanentFailure {

    StreamBehind(int given, int written) {
        super(
                "Of %d events only %d follow the last one of their order: its state is ahead of its events."
                        .formatted(given, written));
    }
}
