package dev.holdfast.jobs.claim;

import dev.holdfast.jobs.JobKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of jobs that this process can run; jobs of other kinds are left to others. */
@ApplicationScoped
public class Kinds {

    private final Map<String, JobKind<?>> byName = new HashMap<>();

    Kinds(@All List<JobKind<?>> kinds) {
        for (JobKind<?> kind : kinds) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalStateException(
                        "Two kinds of jobs are called '%s'.".formatted(kind.name()));
            }
        }
    }

    public JobKind<?> named(String name) {
        return byName.get(name);
    }

    String[] names() {
        return byName.keySet().stream().sorted().toArray(String[]::new);
    }

    /** How long a run may take, in seconds, in the order of {@link #names}. */
    Double[] deadlines() {
        return byName.keySet().stream()
                .sorted()
                .map(byName::get)
                .map(JobKind::deadline)
                .map(Duration::toSeconds)
                .map(Long::doubleValue)
                .toArray(Double[]::new);
    }
}
