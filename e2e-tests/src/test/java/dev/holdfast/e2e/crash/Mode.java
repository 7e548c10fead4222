package dev.holdfast.e2e.crash;

import java.util.Locale;

/** What befalls a process at a failpoint. */
enum Mode {
    KILL,
    PAUSE,
    THROW;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
