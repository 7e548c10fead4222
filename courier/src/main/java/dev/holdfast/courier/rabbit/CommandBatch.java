package dev.holdfast.courier.rabbit;

import static dev.holdfast.courier.rabbit.CommandFate.CONSUMER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.ProcessSpans;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.Outage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out commands that arrived together, those of a kind in one transaction: their inbox rows,
 * their effects and their outgoing messages.
 *
 * <p><b>Guarantee.</b> Kinds are never mixed, so what a handler locks for all of its commands at
 * once is all that its transaction locks. If it fails, it is tried in halves, down to the command
 * that fails: a bad one costs the others a few transactions and no attempt.
 */
@ApplicationScoped
class CommandBatch {

    private static final Logger LOG = Logger.getLogger(CommandBatch.class);

    private static final int AT_ONCE = 3;

    private final Inbox inbox;
    private final CommandTry alone;
    private final Outage outage;
    private final CommandMetrics metrics;
    private final ProcessSpans spans;
    private final String queue;

    CommandBatch(
            Inbox inbox,
            CommandTry alone,
            Outage outage,
            CommandMetrics metrics,
            ProcessSpans spans,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.inbox = inbox;
        this.alone = alone;
        this.outage = outage;
        this.metrics = metrics;
        this.spans = spans;
        this.queue = Queues.commands(Service.named(service));
    }

    /** Carries them out; when it returns, each is acknowledged or given back. */
    void take(List<CommandMessage> commands) {
        distinct(commands).stream()
                .collect(groupingBy(CommandMessage::handler, LinkedHashMap::new, toList()))
                .values()
                .forEach(this::takeKind);
    }

    private void takeKind(List<CommandMessage> commands) {
        if (commands.size() == 1) {
            alone.run(commands.getFirst(), () -> carryOut(commands));
        } else if (together(commands)) {
            commands.forEach(command -> command.delivery().acknowledge());
        } else {
            int half = commands.size() / 2;
            takeKind(commands.subList(0, half));
            takeKind(commands.subList(half, commands.size()));
        }
    }

    /** Whether they are carried out. What is nobody's fault is tried again. */
    private boolean together(List<CommandMessage> commands) {
        int again = 0;
        while (true) {
            Throwable error = failure(commands);
            if (error == null) {
                return true;
            }
            boolean nobodysFault =
                    switch (Classify.of(error)) {
                        case DATABASE_DOWN -> outage.waitOut() || again++ < AT_ONCE;
                        case CONFLICT -> again++ < AT_ONCE;
                        default -> false;
                    };
            if (!nobodysFault) {
                LOG.debugf(error, "A batch of %d failed; it is halved.", commands.size());
                return false;
            }
        }
    }

    private Throwable failure(List<CommandMessage> commands) {
        try {
            carryOut(commands);
            return null;
        } catch (HandedBack e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private void carryOut(List<CommandMessage> commands) {
        long start = System.nanoTime();
        spans.process(
                queue,
                commands.stream().map(CommandMessage::envelope).toList(),
                () -> QuarkusTransaction.requiringNew().run(() -> inTransaction(commands)));
        Failpoint.at("command.committed-not-acknowledged");
        metrics.processed(commands.size(), System.nanoTime() - start);
    }

    private void inTransaction(List<CommandMessage> commands) {
        Set<UUID> fresh =
                inbox.take(CONSUMER, commands.stream().map(CommandMessage::envelope).toList());
        metrics.duplicates(commands.size() - fresh.size());
        List<CommandMessage> taken =
                commands.stream().filter(command -> fresh.contains(command.id())).toList();
        if (!taken.isEmpty() && taken.getFirst().handler() instanceof CommandHandler<?> handler) {
            handle(handler, taken);
        }
        Failpoint.at("command.handled-not-committed");
    }

    private static <C extends Command> void handle(
            CommandHandler<C> handler, List<CommandMessage> commands) {
        handler.handleAll(commands.stream().map(m -> m.as(handler.command())).toList());
    }

    /** The first delivery of each message; the others get the same answer. */
    private static List<CommandMessage> distinct(List<CommandMessage> commands) {
        Map<UUID, CommandMessage> byId = LinkedHashMap.newLinkedHashMap(commands.size());
        for (CommandMessage command : commands) {
            CommandMessage first = byId.putIfAbsent(command.id(), command);
            if (first != null) {
                first.delivery().join(command.delivery());
            }
        }
        return List.copyOf(byId.values());
    }
}
