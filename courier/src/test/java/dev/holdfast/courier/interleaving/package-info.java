/**
 * Runs what two or three connections do in every order of their statements, on a real server. The
 * code under test runs as it is: its {@code DataSource} is the scheduler's, and each statement
 * waits there until it is its turn.
 */
package dev.holdfast.courier.interleaving;
