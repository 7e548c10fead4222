package dev.holdfast.courier.relay;

/** Another relay has taken the feed over: this one may not move its cursor any more. */
class FeedLost extends Exception {

    FeedLost(String feed) {
        super("The feed '%s' was taken over by another relay.".formatted(feed));
    }
}
