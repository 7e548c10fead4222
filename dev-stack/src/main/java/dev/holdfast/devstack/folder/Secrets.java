package dev.holdfast.devstack.folder;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that were made up once for this stack and stay in its folder. */
public final class Secrets {

    private static final int BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Remembered remembered;

    public Secrets(StateFolder folder) {
        this.remembered = folder.remembered("secrets");
    }

    public String of(String subject) {
        return remembered.getOr(subject, Secrets::fresh);
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
