package dev.holdfast.courier.rabbit;

import static dev.holdfast.courier.rabbit.CommandFate.CONSUMER;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.ProcessSpans;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out commands that arrived together in one transaction: their inbox rows, their effects
 * and their outgoing messages. If anything in it fails, each command is tried alone.
 */
@ApplicationScoped
class CommandBatch {

    private static final Logger LOG = Logger.getLogger(CommandBatch.class);

    private final Inbox inbox;
    private final CommandTry alone;
    private final CommandMetrics metrics;
    private final ProcessSpans spans;
    private final String queue;

    CommandBatch(
            Inbox inbox,
            CommandTry alone,
            CommandMetrics metrics,
            ProcessSpans spans,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.inbox = inbox;
        this.alone = alone;
        this.metrics = metrics;
        this.spans = spans;
        this.queue = Queues.commands(Service.named(service));
    }

    /** Carries them out; when it returns, each is acknowledged or given back. */
    void take(List<CommandMessage> commands) {
        List<CommandMessage> distinct = distinct(commands);
        if (distinct.size() > 1 && together(distinct)) {
            distinct.forEach(command -> command.delivery().acknowledge());
        } else {
            distinct.forEach(command -> alone.run(command, () -> carryOut(List.of(command))));
        }
    }

    private boolean together(List<CommandMessage> commands) {
        try {
            carryOut(commands);
            return true;
        } catch (RuntimeException | Error e) {
            LOG.debugf(e, "A batch of %d failed; each command is tried alone.", commands.size());
            return false;
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
        Set<UUID> fresh = inbox.take(CONSUMER, commands.stream().map(CommandMessage::id).toList());
        metrics.duplicates(commands.size() - fresh.size());
        Map<CommandHandler<?>, List<CommandMessage>> byHandler = new LinkedHashMap<>();
        for (CommandMessage command : commands) {
            if (fresh.contains(command.id())
                    && command.handler() instanceof CommandHandler<?> handler) {
                byHandler.computeIfAbsent(handler, _ -> new ArrayList<>()).add(command);
            }
        }
        byHandler.forEach(CommandBatch::handle);
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
