package dev.holdfast.scheduler.timer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Durations as the SQL of this package returns them: a number of microseconds. */
final class Micros {

    private Micros() {}

    /** The column as a duration; null if it is null. */
    static Duration duration(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }
}
