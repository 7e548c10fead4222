package dev.holdfast.jobs.calendar;

/** What was given does not say when. The message is one sentence for whoever gave it. */
public final class InvalidTiming extends IllegalArgumentException {

    public InvalidTiming(String sentence) {
        super(sentence);
    }
}
