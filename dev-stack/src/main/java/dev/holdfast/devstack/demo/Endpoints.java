package dev.holdfast.devstack.demo;

/**
 * Where the demo finds what it talks to; base addresses, without a slash at the end.
 *
 * @param token of a merchant
 * @param payments the payment sandbox, for a look into its books
 * @param mail the mail server's JSON
 */
public record Endpoints(String api, String token, String payments, String mail) {}
