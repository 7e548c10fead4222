package dev.holdfast.gateway.order;

/**
 * A filter on references.
 *
 * @param text the reference, or its beginning
 * @param prefix whether more may follow
 */
public record ReferencePattern(String text, boolean prefix) {

    /** Sorts behind every continuation of a prefix. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * {@code web-1001} means that one, {@code web-*} all that begin so; null if nothing is given.
     */
    public static ReferencePattern parse(String given) {
        if (given == null) {
            return null;
        }
        return given.endsWith("*")
                ? new ReferencePattern(given.substring(0, given.length() - 1), true)
                : new ReferencePattern(given, false);
    }

    /** As SQL over the column {@code reference}: a range of its index. */
    public String condition() {
        return prefix ? "reference >= ? AND reference < ?" : "reference = ?";
    }

    public Object[] values() {
        return prefix ? new Object[] {text, text + LAST} : new Object[] {text};
    }
}
