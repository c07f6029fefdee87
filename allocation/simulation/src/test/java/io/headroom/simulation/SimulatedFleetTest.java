package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedFleetTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    private static final NodeGroup GROUP =
            new NodeGroup("group", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(1));
    private static final Flow FLOW = Flow.of("eu", "us", "api");

    private final SimulatedClock clock = new SimulatedClock(NOON);
    private int key;

    private SimulatedFleetBuilder builder() {
        return SimulatedFleet.builder(MINUTES, clock).group(GROUP, 4).leadTime(Duration.ofMinutes(5));
    }

    private Outcome apply(SimulatedFleet fleet, int allocated, int warm) {
        key++;
        return apply(fleet, "key-" + key, 1, allocated, warm);
    }

    private static Outcome apply(SimulatedFleet fleet, String key, long epoch, int allocated, int warm) {
        ChangeSet changes = new ChangeSet(key, List.of(new GroupTarget(GROUP, allocated, warm)));
        return fleet.apply(changes, new Fence(epoch), Deadline.none()).get(0);
    }

    private static Stock stock(SimulatedFleet fleet) {
        return fleet.observe(Deadline.none()).stock(GROUP);
    }

    private void pass(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    @Test
    void unitsAreUsableExactlyAfterTheLeadTime() {
        SimulatedFleet fleet = builder().build();
        apply(fleet, 6, 0);
        assertEquals(new Stock(4, 2, 0, 0), stock(fleet));
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(new Stock(4, 2, 0, 0), stock(fleet));
        clock.advance(Duration.ofMillis(1));
        assertEquals(new Stock(6, 0, 0, 0), stock(fleet));
    }

    @Test
    void withoutALeadTimeUnitsAreUsableAtOnce() {
        SimulatedFleet fleet = builder().leadTime(Duration.ZERO).build();
        apply(fleet, 6, 1);
        assertEquals(new Stock(6, 0, 1, 0), stock(fleet));
    }

    @Test
    void theYoungestBootingUnitsAreCancelledFirst() {
        SimulatedFleet fleet = builder().build();
        apply(fleet, 6, 0);
        pass(2);
        apply(fleet, 9, 0);
        pass(1);
        assertEquals(new Stock(4, 5, 0, 0), stock(fleet));
        apply(fleet, 5, 0);
        pass(2);
        assertEquals(new Stock(5, 0, 0, 0), stock(fleet), "one of the oldest two was kept");
        pass(10);
        assertEquals(new Stock(5, 0, 0, 0), stock(fleet));
    }

    @Test
    void usableUnitsGoAtOnceWhenNothingBoots() {
        SimulatedFleet fleet = builder().build();
        assertEquals(new Outcome.Accepted(GROUP, 1, 0), apply(fleet, 1, 0));
        assertEquals(new Stock(1, 0, 0, 0), stock(fleet));
    }

    @Test
    void warmUnitsWaitAreHandedOutAndReplenished() {
        SimulatedFleet fleet = builder().build();
        apply(fleet, 4, 3);
        assertEquals(new Stock(4, 0, 0, 3), stock(fleet));
        pass(5);
        assertEquals(new Stock(4, 0, 3, 0), stock(fleet));
        assertEquals(new Outcome.Accepted(GROUP, 6, 3), apply(fleet, 6, 3));
        assertEquals(new Stock(6, 0, 1, 2), stock(fleet));
        pass(5);
        assertEquals(new Stock(6, 0, 3, 0), stock(fleet));
        apply(fleet, 10, 3);
        assertEquals(new Stock(9, 1, 0, 3), stock(fleet));
    }

    @Test
    void unitsThatAreGivenBackBecomeWarmIfThatIsWanted() {
        SimulatedFleet fleet = builder().build();
        apply(fleet, 2, 2);
        assertEquals(new Stock(2, 0, 2, 0), stock(fleet));
    }

    @Test
    void aQuotaGrantsWhatItCanAndCountsWarmUnits() {
        SimulatedFleet fleet = builder().quota(GROUP, 6).build();
        assertEquals(new Outcome.Accepted(GROUP, 6, 0), apply(fleet, 9, 3));
        assertEquals(new Outcome.Accepted(GROUP, 5, 1), apply(fleet, 5, 3));
        assertEquals(6, fleet.truth().quota(GROUP).getAsInt());
    }

    @Test
    void aFleetAboveItsQuotaKeepsWhatItHasAndMayShrink() {
        SimulatedFleet fleet = builder().quota(GROUP, 2).build();
        assertInstanceOf(Outcome.Unchanged.class, apply(fleet, 9, 0));
        assertEquals(new Outcome.Accepted(GROUP, 3, 0), apply(fleet, 3, 0));
        assertInstanceOf(Outcome.Unchanged.class, apply(fleet, 4, 0));
    }

    @Test
    void aKeyThatCameBeforeProvisionsNothingAndRepeatsItsOutcome() {
        SimulatedFleet fleet = builder().build();
        Outcome first = apply(fleet, "k", 1, 6, 0);
        apply(fleet, 3, 0);
        assertEquals(first, apply(fleet, "k", 1, 6, 0));
        assertEquals(3, stock(fleet).committed());
    }

    @Test
    void keysAreForgottenAfterADayOfMinutes() {
        SimulatedFleet fleet = builder().build();
        apply(fleet, "k", 1, 6, 0);
        for (int i = 0; i < 1440; i++) {
            apply(fleet, 3, 0);
        }
        apply(fleet, "k", 1, 6, 0);
        assertEquals(6, stock(fleet).committed());
    }

    @Test
    void aLowerEpochIsRejectedAndItsKeyNotRemembered() {
        SimulatedFleet fleet = builder().build();
        apply(fleet, "a", 2, 6, 0);
        assertInstanceOf(Outcome.Rejected.class, apply(fleet, "b", 1, 9, 0));
        assertEquals(6, stock(fleet).committed());
        assertEquals(new Outcome.Accepted(GROUP, 9, 0), apply(fleet, "b", 2, 9, 0));
    }

    @Test
    void telemetryPlaysTheWorkloadOfFinishedSteps() {
        Workload minuteOfHour = (flow, start, step) -> start.equals(NOON.plusSeconds(60))
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (MINUTES.index(start) - MINUTES.index(NOON)));
        SimulatedFleet fleet = builder().workload(Set.of(FLOW), minuteOfHour).build();
        clock.advance(Duration.ofSeconds(200));
        Telemetry seen = fleet.observe(Set.of(), NOON, clock.instant(), Deadline.none());
        assertEquals(NOON.plusSeconds(180), seen.completeUntil());
        assertEquals(
                List.of(RateObservation.of(FLOW, NOON, 0), RateObservation.of(FLOW, NOON.plusSeconds(120), 2)),
                seen.rates());
        assertEquals(OptionalDouble.of(3), fleet.rate(FLOW, clock.instant()));
        assertThrows(IllegalArgumentException.class, () -> fleet.rate(Flow.of("us", "eu", "api"), NOON));
    }

    @Test
    void flowsAreSortedAndCannotBeChanged() {
        List<Flow> flows = List.of(Flow.of("us", "eu", "b"), Flow.of("eu", "us", "z"), Flow.of("eu", "us", "a"));
        SimulatedFleet fleet = builder()
                .workload(flows, (flow, start, step) -> OptionalDouble.empty())
                .build();
        assertEquals(
                List.of("eu>us/a", "eu>us/z", "us>eu/b"),
                fleet.flows().stream().map(Flow::key).toList());
        assertThrows(UnsupportedOperationException.class, () -> fleet.flows().clear());
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> builder().group(GROUP, -1));
        assertThrows(IllegalArgumentException.class, () -> builder().quota(GROUP, -1));
        assertThrows(
                IllegalArgumentException.class,
                () -> builder().leadTime(Duration.ofSeconds(-1)).build());
        NodeGroup other = new NodeGroup("other", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(1));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> builder().quota(other, 1).build())
                .getMessage();
        assertTrue(message.startsWith("quota of other must be for a group of the fleet"), message);
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    }
}
