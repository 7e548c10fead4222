package dev.holdfast.scheduler.schedule;

import java.time.zone.ZoneRulesProvider;

/** The edition of the time zones that this JVM computes with, for instance {@code 2025b}. */
final class Tzdb {

    private static final String VERSION = ZoneRulesProvider.getVersions("UTC").lastKey();

    private Tzdb() {}

    static String version() {
        return VERSION;
    }
}
