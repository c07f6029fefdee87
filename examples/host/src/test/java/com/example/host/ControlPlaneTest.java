package com.example.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateMeter;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import io.headroom.core.TransactionType;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.MeteredTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records in, machines out, through the installed artifacts. */
class ControlPlaneTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    private static final Flow ORDERS = Flow.of("eu-west", "us-east", "orders");

    @Test
    void recordsBecomeMachinesAtBothEnds() {
        NodeGroup eu = new NodeGroup("eu-vm", Region.of("eu-west"), NodeGroup.Kind.VM, Resources.compute(4));
        NodeGroup us = new NodeGroup("us-vm", Region.of("us-east"), NodeGroup.Kind.VM, Resources.compute(4));
        Cloud cloud = new Cloud("eu-vm", "us-vm");
        RateMeter meter = RateMeter.builder(MINUTES).build();
        try (Allocator allocator = Allocator.builder()
                .predictions(TransactionPredictor.builder(MINUTES)
                        .predictor(Predictors.naive())
                        .executor(Runnable::run)
                        .build())
                .telemetry(new MeteredTelemetry(
                        (until, sink, deadline) -> {
                            for (Instant t = until.minusSeconds(600); t.isBefore(until); t = t.plusMillis(100)) {
                                sink.accept(new TransactionRecord(
                                        ORDERS.pair().source(),
                                        ORDERS.pair().destination(),
                                        t,
                                        TransactionType.of("orders")));
                            }
                            return until;
                        },
                        meter))
                .provisioner(CloudProvisioner.of(cloud, List.of(eu, us), InstantSource.fixed(NOW)))
                .demand(DemandModel.uniform(
                        FlowDemand.perTransaction(Resources.compute(1), Resources.compute(2), Resources.NONE)))
                .policy(AllocationPolicy.builder().place(eu).place(us).build())
                .clock(InstantSource.fixed(NOW))
                .catchUp(Duration.ofMinutes(10))
                .build()) {
            CycleReport report = allocator.runOnce();
            assertEquals(CycleReport.Status.APPLIED, report.status(), () -> report.problems().toString());
        }
        assertTrue(cloud.starting("eu-vm") >= 3, "10 a second at 1 vCPU each need 3 machines of 4");
        assertTrue(cloud.starting("us-vm") >= 5, "10 a second at 2 vCPU each need 5 machines of 4");
    }
}
