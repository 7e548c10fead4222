/**
 * Tells customers what happened to their orders.
 *
 * <p>An event of an order arrives ({@code notification}), the rules say whether it leads to a mail
 * ({@code rule}), what is known of the order is kept for it ({@code order}); the mail is written
 * ({@code template}) and handed to the mail server ({@code mail}), each attempt leaving a row
 * ({@code delivery}).
 */
package dev.holdfast.notifications;
