package dev.holdfast.notifications.template;

/** A mail, ready to be sent, in two equal forms. */
public record RenderedMail(String subject, String html, String text) {}
