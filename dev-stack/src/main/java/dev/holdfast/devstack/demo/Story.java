package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** One order, told from the API's timeline and from the mail that its customer got. */
final class Story {

    private final Api api;
    private final Api mail;

    Story(Api api, Api mail) {
        this.api = api;
        this.mail = mail;
    }

    String tell(PlacedOrder order) {
        return timeline(order) + letter(order);
    }

    private String timeline(PlacedOrder order) {
        var text = new StringBuilder();
        text.append("\nThe timeline of order %s (%s)\n\n".formatted(order.reference(), order.id()));
        for (JsonNode step : api.all("/v1/orders/%s/timeline".formatted(order.id()))) {
            Instant at = Instant.parse(step.path("at").asText());
            text.append(
                    "  %+6d ms  %-18s %-20s %s\n"
                            .formatted(
                                    Duration.between(order.acceptedAt(), at).toMillis(),
                                    step.path("type").asText(),
                                    step.path("source").asText(),
                                    step.path("detail").asText("")));
        }
        return text.toString();
    }

    private String letter(PlacedOrder order) {
        var found = mail.all("/mails", "order", order.id());
        if (found.isEmpty()) {
            return "\nThe mail server has no mail about it.\n";
        }
        JsonNode letter = mail.get("/mails/" + found.getFirst().path("id").asText()).body();
        return """

               Its mail

                 From:    %s
                 To:      %s
                 Subject: %s

               %s
               """
                .formatted(
                        letter.path("from").asText(),
                        letter.path("to").path(0).asText(),
                        letter.path("subject").asText(),
                        letter.path("text").asText().strip().indent(2).stripTrailing());
    }
}
