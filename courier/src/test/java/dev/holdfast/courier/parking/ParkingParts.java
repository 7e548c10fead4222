package dev.holdfast.courier.parking;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.inbox.InboxParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** Parking over any connection, for tests that step its statements. */
public final class ParkingParts {

    private ParkingParts() {}

    /** One that rings for nobody. */
    @SuppressWarnings("unchecked")
    public static Parking parking(DataSource database) {
        var nobody =
                (Event<KeysDue>)
                        Proxy.newProxyInstance(
                                ParkingParts.class.getClassLoader(),
                                new Class<?>[] {Event.class},
                                (_, _, _) -> null);
        return new Parking(database, new HeaderJson(new ObjectMapper()), nobody);
    }

    /** Makes one step of a drain; the caller begins and ends its transaction. */
    public static boolean step(DataSource database, Comeback comeback, ParkedKey key, int atOnce) {
        var headers = new HeaderJson(new ObjectMapper());
        var drain =
                new KeyDrain(
                        new ParkedKeys(database),
                        new ParkedMessages(database, headers),
                        InboxParts.versions(database),
                        new ParkingMetrics(new SimpleMeterRegistry()),
                        new Stopping());
        return drain.inTransaction(comeback, key, atOnce);
    }
}
