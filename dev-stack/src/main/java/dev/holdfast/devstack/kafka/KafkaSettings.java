package dev.holdfast.devstack.kafka;

import java.nio.file.Path;

/** The settings of a small single node that is back quickly after it was killed. */
final class KafkaSettings {

    private KafkaSettings() {}

    static String text(int port, int controllerPort, Path logs) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s

        # Topics are made by the services, with their partitions and retention stated.
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=8
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0

        # After a kill the node must wait until its former session has ended.
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=500

        num.network.threads=2
        num.io.threads=4
        background.threads=2
        log.cleaner.dedupe.buffer.size=8388608
        """
                .formatted(port, controllerPort, logs);
    }
}
