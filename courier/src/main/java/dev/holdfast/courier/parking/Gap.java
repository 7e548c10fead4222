package dev.holdfast.courier.parking;

/** Why a key waits although nothing of it failed: one of its versions has not come. */
final class Gap {

    static final String REASON = "gap";

    private Gap() {}

    /**
     * For people.
     *
     * @param came the first version that is there
     * @param last the version that was handled last; null if none was
     */
    static String detail(long came, Long last) {
        long missing = last == null ? 1 : last + 1;
        return missing == came - 1
                ? "Version %d is there, version %d is not.".formatted(came, missing)
                : "Version %d is there, versions %d to %d are not."
                        .formatted(came, missing, came - 1);
    }
}
