package dev.holdfast.gateway.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Schedules to be looked at, over HTTP. */
@Path("/v1/schedules")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class ScheduleResource {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    ScheduleResource(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @GET
    public Page<Schedule> list(@Context UriInfo uri) {
        return listing().read(database, PageRequest.of(uri)).map(this::shown);
    }

    @GET
    @Path("/{id}")
    public Schedule one(@RestPath String id) {
        return shown(existing(id));
    }

    @GET
    @Path("/{id}/next")
    public Preview next(@RestPath String id, @RestQuery String n) {
        int count = Preview.count(n);
        var row = existing(id);
        return Preview.of(row, definition(row), clock.instant(), count);
    }

    static Listing<ScheduleRow> listing() {
        return Listing.of(ScheduleRow.class, "schedule_view")
                .where("version > 0 AND state <> 'deleted'")
                .ascending(List.of(Key.text("name", row -> row.name)));
    }

    private static ScheduleRow existing(String name) {
        return ScheduleRow.existing(name).orElseThrow(() -> ScheduleIntake.unknown(name));
    }

    private Schedule shown(ScheduleRow row) {
        return Schedule.of(row, definition(row));
    }

    private ScheduleDefinition definition(ScheduleRow row) {
        try {
            return json.readValue(row.definition, ScheduleDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schedule of the view cannot be read.", e);
        }
    }
}
