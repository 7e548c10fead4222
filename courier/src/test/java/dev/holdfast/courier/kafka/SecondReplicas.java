package dev.holdfast.courier.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes further members of the application's consumer group. */
@ApplicationScoped
public class SecondReplicas {

    private final EventPartition intake;

    SecondReplicas(EventPartition intake) {
        this.intake = intake;
    }

    /** One that takes events beside the application from now on. */
    public SecondReplica join(String group) {
        return new SecondReplica(intake, group);
    }
}
