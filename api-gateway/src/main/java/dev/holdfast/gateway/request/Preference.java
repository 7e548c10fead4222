package dev.holdfast.gateway.request;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code wait} preference of the Prefer header (RFC 7240). */
public record Preference(Duration patience) {

    public static final String HEADER = "Prefer";
    public static final String APPLIED = "Preference-Applied";

    private static final int LONGEST = 30;
    private static final Pattern WAIT =
            Pattern.compile(
                    "(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])",
                    Pattern.CASE_INSENSITIVE);

    /**
     * How long the client would wait, cut to what is granted; empty if it would not. A preference
     * that makes no sense is none, as the RFC has it.
     */
    public static Optional<Preference> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var wait = WAIT.matcher(header);
        if (!wait.find()) {
            return Optional.empty();
        }
        int seconds = Math.min(Integer.parseInt(wait.group(1)), LONGEST);
        return seconds == 0
                ? Optional.empty()
                : Optional.of(new Preference(Duration.ofSeconds(seconds)));
    }

    /** The value of {@link #APPLIED}. */
    public String applied() {
        return "wait=" + patience.toSeconds();
    }
}
