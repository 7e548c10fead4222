package dev.holdfast.courier.relay;

/** What becomes of a message that its broker refused as often as is allowed. */
interface LastTry {

    /**
     * Takes the first message out of its key's line and sets it aside for people, both or neither.
     *
     * @throws FeedLost if another relay holds the feed; nothing has changed then
     */
    void setAside(Feed feed, long fence, RefusedKey key, Outgoing message, String reason)
            throws FeedLost;
}
