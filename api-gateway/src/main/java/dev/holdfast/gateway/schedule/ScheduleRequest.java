package dev.holdfast.gateway.schedule;

import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * The body of {@code PUT /v1/schedules/{id}}. Whether it says when, and what can be sent, is
 * checked by {@link Definition}.
 *
 * @param enabled null leaves it as it is; a new one is enabled
 */
@RegisterForReflection
record ScheduleRequest(
        @NotNull(message = "is missing") @Valid When timing,
        @Text(max = 40, optional = true) String start,
        @Text(max = 40, optional = true) String end,
        @NotNull(message = "is missing") @Valid Sent fire,
        @Valid Missed misfire,
        @Text(max = 40, optional = true) String overlap,
        Boolean enabled) {

    @RegisterForReflection
    record When(
            @Text(max = 200, optional = true) String cron,
            @Text(max = 100, optional = true) String zone,
            @Text(max = 40, optional = true) String clockGap,
            @Text(max = 40, optional = true) String clockOverlap,
            Long everySeconds,
            Long pauseSeconds,
            @Text(max = 40, optional = true) String at) {}

    /**
     * @param type the type id of a command
     * @param body what the command says
     */
    @RegisterForReflection
    record Sent(
            @Text(max = 200) String type,
            @NotNull(message = "is missing") Map<String, Object> body) {}

    @RegisterForReflection
    record Missed(@Text(max = 40) String policy, Integer atMost, Long noOlderThanSeconds) {}
}
