package dev.holdfast.contracts;

/** How a type id is built: {@code holdfast.<context>.<Name>.v<N>}. */
final class TypeIds {

    private TypeIds() {}

    static String name(String id) {
        return id.split("\\.")[2];
    }

    static int version(String id) {
        return Integer.parseInt(id.split("\\.")[3].substring(1));
    }
}
