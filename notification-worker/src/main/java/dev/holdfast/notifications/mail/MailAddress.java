package dev.holdfast.notifications.mail;

import java.util.regex.Pattern;

/** Tells addresses from what could not be one, or could smuggle in a second recipient. */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^\\s\\p{Cntrl}@<>()\\[\\],;:\\\\\"]{1,64}@[^\\s\\p{Cntrl}@<>()\\[\\],;:\\\\\"]+");

    private MailAddress() {}

    static boolean usable(String address) {
        return address != null && address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }
}
