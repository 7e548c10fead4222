/**
 * A stand-in for Stripe's PaymentIntents API: same requests, same answers, same test methods, books
 * that survive kill -9, and faults on request.
 */
package dev.holdfast.devstack.payments;
