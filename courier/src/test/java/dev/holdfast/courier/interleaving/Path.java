package dev.holdfast.courier.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of those who could move was moved, at each step of one order. */
final class Path {

    private final List<Integer> given;
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    private Path(List<Integer> given) {
        this.given = given;
    }

    static Path first() {
        return new Path(List.of());
    }

    /** Whom to move of so many: as given, and where nothing is given the first. */
    int choose(int among) {
        int step = taken.size();
        int choice = step < given.size() ? given.get(step) : 0;
        if (choice >= among) {
            throw new IllegalStateException(
                    "The same order did not lead to the same place; step %d.".formatted(step));
        }
        taken.add(choice);
        widths.add(among);
        return choice;
    }

    /** The order that differs as late as possible; empty after the last. */
    Optional<Path> next() {
        for (int step = taken.size() - 1; step >= 0; step--) {
            if (taken.get(step) + 1 < widths.get(step)) {
                List<Integer> choices = new ArrayList<>(taken.subList(0, step));
                choices.add(taken.get(step) + 1);
                return Optional.of(new Path(choices));
            }
        }
        return Optional.empty();
    }
}
