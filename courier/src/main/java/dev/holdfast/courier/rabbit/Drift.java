package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A queue or an exchange that is there with another argument than this version declares.
 *
 * @param kind queue or exchange
 * @param wanted what this version declares, as RabbitMQ prints it
 * @param found what is there
 */
record Drift(String kind, String name, String argument, String wanted, String found) {

    private static final Pattern TOLD =
            Pattern.compile(
                    "inequivalent arg '([^']+)' for (queue|exchange) '([^']+)' in vhost '[^']*': received (.+) but current is (.+)");

    private static final Pattern VALUE = Pattern.compile("(?:the value )?'(.*?)'(?: of type .*)?");

    /**
     * What RabbitMQ says of it when it closes the channel; empty if it closed it for something
     * else.
     */
    static Optional<Drift> of(ShutdownSignalException closed) {
        return closed.getReason() instanceof AMQP.Channel.Close reason
                ? of(reason.getReplyText())
                : Optional.empty();
    }

    static Optional<Drift> of(String reply) {
        Matcher told = TOLD.matcher(reply);
        return told.find()
                ? Optional.of(
                        new Drift(
                                told.group(2),
                                told.group(3),
                                told.group(1),
                                value(told.group(4)),
                                value(told.group(5))))
                : Optional.empty();
    }

    /** What is wrong and what to do, for whoever runs RabbitMQ. */
    String sentence() {
        return "RabbitMQ's %s '%s' has %s %s where this version declares %s: %s, and it is declared again within seconds; until then nothing is sent."
                .formatted(
                        kind,
                        name,
                        argument,
                        found,
                        wanted,
                        kind.equals("queue") ? "delete it once it is empty" : "delete it");
    }

    private static String value(String told) {
        Matcher value = VALUE.matcher(told);
        if (!value.matches()) {
            return told;
        }
        return value.group(1).isEmpty() ? "''" : value.group(1);
    }
}
