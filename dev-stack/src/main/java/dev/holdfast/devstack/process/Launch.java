package dev.holdfast.devstack.process;

import java.util.List;
import java.util.Map;

/** What is started as a long-running process: a command and what it finds in its environment. */
public record Launch(List<String> command, Map<String, String> environment) {

    public static Launch of(List<String> command) {
        return new Launch(command, Map.of());
    }
}
