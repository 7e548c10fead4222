package dev.holdfast.notifications.mail;

import dev.holdfast.notifications.notification.Notification;
import dev.holdfast.notifications.order.OrderContact;

/** What is needed to write a mail, as it was read. */
record MailToSend(Notification notification, OrderContact order) {}
