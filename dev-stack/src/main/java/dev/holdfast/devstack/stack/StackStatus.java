package dev.holdfast.devstack.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a stack is, asked of everything at once.
 *
 * @param parts servers, then services
 */
public record StackStatus(List<Part> parts) {

    /** Asks. */
    public static StackStatus of(Stack stack) {
        var parts = new ArrayList<Part>(Collections.nCopies(stack.all().size(), null));
        List<Runnable> questions = new ArrayList<>();
        var all = stack.all();
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            questions.add(() -> parts.set(index, Part.of(all.get(index))));
        }
        AllAtOnce.run(questions);
        return new StackStatus(List.copyOf(parts));
    }

    public long memory() {
        return parts.stream().mapToLong(Part::memory).sum();
    }

    public boolean somethingRuns() {
        return parts.stream().anyMatch(part -> part.pid().isPresent());
    }

    /** The part of this name, which must be one. */
    public Part part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }
}
