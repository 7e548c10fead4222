package dev.holdfast.gateway.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=5 | wait=5",
                "WAIT = 5 | wait=5",
                "wait=\"5\" | wait=5",
                "respond-async, wait=7 | wait=7",
                "wait=7; foo=bar | wait=7",
                "wait=3600 | wait=30",
                "wait=999999999 | wait=30"
            })
    void isCutToWhatIsGranted(String header, String applied) {
        assertEquals(applied, Preference.parse(header).orElseThrow().applied());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "wait",
                "wait=0",
                "wait=-5",
                "wait=5s",
                "await=5",
                "wait=9999999999",
                "x"
            })
    void isNoneIfItMakesNoSense(String header) {
        assertEquals(Optional.empty(), Preference.parse(header));
    }
}
