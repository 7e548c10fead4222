package dev.holdfast.courier.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.courier.message.MessageIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of the table {@code dead_letter}. */
@ApplicationScoped
class DeadLetterTable {

    /** One that was tried again and failed again is dead once more, under its first id. */
    private static final String INSERT =
            """
            INSERT INTO dead_letter (id, consumer, origin, address, message_id, type, key, headers,
                                     body, reason, detail, history, first_failed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?)
            ON CONFLICT (consumer, message_id) DO UPDATE
            SET state = 'dead', dead_at = clock_timestamp(), headers = excluded.headers,
                reason = excluded.reason, detail = excluded.detail,
                history = dead_letter.history || excluded.history
            WHERE dead_letter.state = 'redriven'
            RETURNING id
            """;

    private final DataSource database;
    private final ObjectMapper json;

    DeadLetterTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Writes the letter.
     *
     * @return its id; empty if it is dead already, and was not tried again since
     */
    Optional<UUID> insert(DeadLetter letter) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, MessageIds.next());
            insert.setString(2, letter.consumer());
            insert.setString(3, letter.origin().label());
            insert.setString(4, letter.address());
            insert.setObject(5, letter.messageId());
            insert.setString(6, storable(letter.type()));
            insert.setString(7, storable(letter.key()));
            insert.setString(8, json(letter.headers()));
            insert.setBytes(9, letter.body());
            insert.setString(10, letter.reason().code());
            insert.setString(11, storable(letter.detail()));
            insert.setString(12, letter.history());
            insert.setObject(13, letter.firstFailedAt().atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DeadLetterFailure("The dead letter could not be written.", e);
        }
    }

    private String json(Map<String, String> headers) {
        try {
            var storable = new TreeMap<String, String>();
            headers.forEach((name, value) -> storable.put(storable(name), storable(value)));
            return json.writeValueAsString(storable);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Headers cannot be written as JSON.", e);
        }
    }

    /** Postgres keeps no zero character in a text. */
    private static String storable(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
