package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.gateway.problem.Fault;
import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds out whose dead letters a request means. */
@ApplicationScoped
class Choices {

    /**
     * By ids or by a filter.
     *
     * @param ids null if there are none
     * @param filter null if there is none
     * @throws Refused if there are both or neither, an id is not known here, or the ids are of
     *     several services
     */
    Choice of(List<String> ids, LetterFilter filter) {
        if ((ids == null) == (filter == null)) {
            throw refused("", "must have either ids or a filter");
        }
        return filter != null
                ? new Choice(filter.service(), filter.selection())
                : of(ids.stream().map(UUID::fromString).toList());
    }

    private static Choice of(List<UUID> ids) {
        Map<UUID, DeadLetterRow> known =
                DeadLetterRow.<DeadLetterRow>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
        List<Fault> faults =
                IntStream.range(0, ids.size())
                        .filter(i -> !known.containsKey(ids.get(i)))
                        .mapToObj(i -> Fault.at("/ids/" + i, "is not the id of a dead letter"))
                        .toList();
        if (!faults.isEmpty()) {
            throw Refused.because(ProblemType.INVALID_REQUEST, faults);
        }
        var services = new TreeSet<>(known.values().stream().map(row -> row.service).toList());
        if (services.size() > 1) {
            throw refused(
                    "/ids", "must all be of one service, not of " + String.join(" and ", services));
        }
        return new Choice(
                services.first(), new DeadLetterSelection(ids, null, null, null, null, null, null));
    }

    private static Refused refused(String pointer, String detail) {
        return Refused.because(ProblemType.INVALID_REQUEST, List.of(Fault.at(pointer, detail)));
    }
}
