package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Addressed;
import java.util.UUID;

/**
 * Redrive nothing more. What was sent already stays sent.
 *
 * @param redriveId which redrive
 * @param service where it runs
 * @param by who wants it
 * @param reason why
 */
public record CancelRedrive(UUID redriveId, String service, String by, String reason)
        implements Addressed {

    @Override
    public String key() {
        return redriveId.toString();
    }
}
