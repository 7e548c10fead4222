/**
 * What repair compares: for an edge, from what one service has sent to what another has of it, both
 * ends count and hash the messages of a minute, and name them.
 *
 * <p><b>What lies on an edge.</b> Both ends know a message by its id, which a retry, a redrive and
 * a second sending keep: however often a row of it stands anywhere, it is one message. Its minute
 * is the one in which its id was made.
 *
 * <ul>
 *   <li><b>Commands</b>, sender: rows that enter the exchange {@code commands} under a routing key
 *       of the receiver, in the outbox and in any further feed. Copies for a retry do not: the
 *       receiver itself sends them, to a tier.
 *   <li><b>Events</b>, sender: rows for the topics that the receiver reads, in the outbox and in
 *       any further feed, such as an event store.
 *   <li>Receiver, of either kind: what came from that sender and was recorded. It is in the inbox;
 *       or a dead letter, waiting, redriven or discarded; or it failed and comes again, of which
 *       the receiver's own outbox has the copy. A receiver records every message whose envelope it
 *       can read, also of types that it has no use for: so the sender need not know which those
 *       are.
 * </ul>
 *
 * <p><b>Why counts and hashes.</b> Normally, what the receiver has is part of what the sender has,
 * so the counts alone tell whether something is missing. The hash is for the one case in which they
 * do not: as many messages surplus as missing, when the sender's database was restored to an
 * earlier time. It would have to collide in 64 bits in every minute of that time to go unnoticed.
 *
 * <p><b>When.</b> A minute is compared once it is closed, and while both ends keep it: see {@link
 * dev.holdfast.courier.repair.Minute#closed}. The ends are not asked in the same instant, and a
 * transaction may commit long after its ids were made: what seems surplus is to be looked up at the
 * sender before anybody is alarmed.
 */
package dev.holdfast.courier.repair;
