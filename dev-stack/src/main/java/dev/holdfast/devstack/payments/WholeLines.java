package dev.holdfast.devstack.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.devstack.payments.Journal.Place;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.function.BiConsumer;

/** Reads a journal from its beginning; a line without a line feed at its end is none. */
final class WholeLines {

    private WholeLines() {}

    /** Hands every whole line on; answers where the last of them ends. */
    static long replay(FileChannel file, BiConsumer<Place, String> replay) throws IOException {
        // Not closed: it would close the channel.
        InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
        var line = new ByteArrayOutputStream();
        long whole = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            replay.accept(new Place(whole, line.size()), line.toString(UTF_8));
            whole += line.size() + 1;
            line.reset();
        }
        return whole;
    }
}
