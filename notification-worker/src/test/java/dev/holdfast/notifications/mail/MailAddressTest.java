package dev.holdfast.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a.b+c@sub.example.org", "jörg@bücher.example"})
    void addresses_are_usable(String address) {
        assertTrue(MailAddress.usable(address));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@example.org, eve@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org>\r\nRCPT TO:<eve@example.org",
                "Ada <ada@example.org>",
                "ada@exam ple.org",
                "\"ada\"@example.org"
            })
    void what_could_be_more_than_an_address_is_not(String address) {
        assertFalse(MailAddress.usable(address));
    }
}
