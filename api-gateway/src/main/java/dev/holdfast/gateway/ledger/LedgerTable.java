package dev.holdfast.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Catalogue;
import dev.holdfast.gateway.projection.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of the table {@code ledger}. */
@ApplicationScoped
class LedgerTable {

    /**
     * The unique key decides who is first. The advisory lock, held until the transaction ends, only
     * keeps everybody else from waiting for that: who does not get it is told at once.
     */
    private static final String INSERT =
            """
            INSERT INTO ledger (command_id, type, subject, owner, caller, idempotency_key, request_hash,
                                answer_status, answer_headers, answer_body, accepted_at)
            SELECT ?::uuid, ?, ?, ?, ?, key, ?, ?, ?, ?, ?::timestamptz
            FROM (VALUES (?::text)) AS submission (key)
            WHERE key IS NULL OR pg_try_advisory_xact_lock(hashtextextended(?, 0))
            ON CONFLICT (caller, idempotency_key) DO NOTHING
            """;

    private static final String FIND =
            """
            SELECT command_id, request_hash, answer_status, answer_headers, answer_body
            FROM ledger WHERE caller = ? AND idempotency_key = ?
            """;

    private final DataSource database;
    private final ObjectMapper json;

    LedgerTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whether the submission was the first under its key, and now stands. */
    boolean insert(Submission submission, Acceptance acceptance) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, acceptance.commandId());
            insert.setString(2, Catalogue.typeOf(acceptance.command()).id());
            insert.setString(3, acceptance.command().key());
            insert.setString(4, acceptance.owner());
            insert.setString(5, submission.caller());
            insert.setBytes(6, submission.hash());
            insert.setInt(7, acceptance.answer().status());
            insert.setString(8, json.writeValueAsString(acceptance.answer().headers()));
            insert.setString(9, acceptance.answer().body());
            insert.setObject(10, acceptance.acceptedAt().atOffset(ZoneOffset.UTC));
            insert.setString(11, submission.key());
            insert.setString(12, submission.caller() + "\n" + submission.key());
            return insert.executeUpdate() == 1;
        } catch (SQLException | JsonProcessingException e) {
            throw new StoreFailure("The ledger could not be written.", e);
        }
    }

    Optional<Standing> find(Submission submission) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, submission.caller());
            find.setString(2, submission.key());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(standing(row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new StoreFailure("The ledger could not be read.", e);
        }
    }

    private Standing standing(ResultSet row) throws SQLException, JsonProcessingException {
        Map<String, String> headers =
                json.readValue(row.getString("answer_headers"), new TypeReference<>() {});
        return new Standing(
                row.getObject("command_id", UUID.class),
                row.getBytes("request_hash"),
                new Answer(row.getInt("answer_status"), headers, row.getString("answer_body")));
    }
}
