package dev.holdfast.contracts;

/** The names of RabbitMQ's exchanges and queues, and of the routing keys between them. */
public final class Queues {

    /** Topic exchange that every command enters, with a routing key of {@link #routingKey}. */
    public static final String COMMANDS = "commands";

    /** Fanout exchange, and the queue behind it, for commands that no queue is bound for. */
    public static final String UNROUTABLE = "unroutable";

    private Queues() {}

    /** The queue a service takes its commands from. */
    public static String commands(Service service) {
        return service.label() + ".commands";
    }

    /** The queue in which a failed command waits for one tier, for instance {@code 5s}. */
    public static String retry(Service service, String tier) {
        return commands(service) + ".retry." + tier;
    }

    /** The queue in which commands end that RabbitMQ itself gave up on. */
    public static String dead(Service service) {
        return commands(service) + ".dead";
    }

    /** How a command finds its service: {@code order-worker.PlaceOrder}. */
    public static String routingKey(CommandType<?> type) {
        return type.to().label() + "." + type.name();
    }

    /** How this command finds its service, whether its type or the command itself says which. */
    public static String address(CommandType<?> type, Command command) {
        return type.addressee(command).label() + "." + type.name();
    }

    /** What binds a service's queue to {@link #COMMANDS}; also matches what the tiers return. */
    public static String binding(Service service) {
        return service.label() + ".#";
    }
}
