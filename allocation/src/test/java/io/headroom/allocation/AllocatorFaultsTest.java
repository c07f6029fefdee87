package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.FLOW;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.World.ONES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.CycleReport.Status;
import io.headroom.core.Resources;
import io.headroom.spi.AdapterException;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.Outcome;
import io.headroom.spi.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllocatorFaultsTest {
    private static final List<RuntimeException> EXCEPTIONS = List.of(
            new AdapterException("no answer"), new IllegalStateException("a defect"), new NullPointerException());

    private final World world = new World();
    private final Allocator allocator = world.allocator().build();

    private static List<String> problems(CycleReport report) {
        return report.problems().stream().map(Problem::step).toList();
    }

    /** Runs one cycle in which a call fails, then one in which it does not. */
    private CycleReport failing(String call, RuntimeException e) {
        world.failures.put(call, e);
        CycleReport report = allocator.runOnce();
        world.failures.clear();
        assertEquals(List.of(), allocator.runOnce().problems(), "the next cycle after " + call + " is whole again");
        return report;
    }

    @Test
    void aFleetThatCannotBeSeenEndsTheCycle() {
        for (RuntimeException e : EXCEPTIONS) {
            CycleReport report = failing("fleet", e);
            assertEquals(Status.FAILED, report.status());
            assertEquals(List.of("fleet"), problems(report));
            assertSame(e, report.problems().get(0).cause().get());
            assertTrue(report.decision().isEmpty());
        }
    }

    @Test
    void stateThatCannotBeLoadedEndsTheCycleAndThePreview() {
        for (RuntimeException e : EXCEPTIONS) {
            world.failures.put("load", e);
            assertEquals(Status.FAILED, allocator.preview().status());
            CycleReport report = failing("load", e);
            assertEquals(Status.FAILED, report.status());
            assertEquals(List.of("state"), problems(report));
        }
    }

    @Test
    void anIntentThatCannotBeSavedIsNotApplied() {
        for (RuntimeException e : EXCEPTIONS) {
            world.forecasts.put(LINK, 14.0);
            world.stocks.put(ONES, Fixtures.stock(10));
            world.failures.put("save intent", e);
            CycleReport report = allocator.runOnce();
            assertEquals(Status.FAILED, report.status());
            assertEquals(List.of("state"), problems(report));
            assertTrue(world.applied.isEmpty());
            assertTrue(report.decision().get().changes());
        }
    }

    @Test
    void outcomesThatCannotBeSavedAreReportedAsApplied() {
        world.forecasts.put(LINK, 14.0);
        world.failures.put("save", new AdapterException("disk full"));
        CycleReport report = allocator.runOnce();
        assertEquals(Status.APPLIED, report.status());
        assertEquals(List.of("state"), problems(report));
        assertEquals(14, world.allocated(ONES));
        world.failures.clear();
        assertEquals(Status.UNCHANGED, allocator.runOnce().status(), "it is still the leader");
    }

    @Test
    void predictionsThatFailHoldWhatIsThereAndFollowActualDemandUp() {
        for (RuntimeException e : EXCEPTIONS) {
            world.stocks.put(ONES, Fixtures.stock(12));
            CycleReport report = failing("predict", e);
            assertEquals(List.of("predictions"), problems(report));
            assertEquals(12.0, report.decision().get().resources().get(0).target());
        }
        world.rates.put(FLOW, 30.0);
        failing("predict", EXCEPTIONS.get(0));
        assertEquals(30, world.allocated(ONES));
    }

    @Test
    void ratesThatCannotBeFedBackLowerNothingAndAreFedAgain() {
        world.stocks.put(ONES, Fixtures.stock(12));
        world.failures.put("update", EXCEPTIONS.get(1));
        CycleReport report = allocator.runOnce();
        assertEquals(List.of("predictions"), problems(report));
        assertEquals(12, world.allocated(ONES));
        assertInstanceOf(Freshness.Blind.class, report.decision().get().freshness());
        assertEquals(Optional.empty(), world.state().observedUntil());
        world.failures.clear();
        world.advance(Duration.ofMinutes(10));
        allocator.runOnce();
        assertTrue(world.fed.contains(NOON.minusSeconds(3600)), "the whole catch-up is asked again");
        assertEquals(Optional.of(world.now), world.state().observedUntil());
    }

    @Test
    void aTelemetryOutageHoldsEveryUnitAndStillGrowsByForecast() {
        world.stocks.put(ONES, Fixtures.stock(12));
        for (RuntimeException e : EXCEPTIONS) {
            world.failures.put("rates", e);
            CycleReport report = allocator.runOnce();
            assertEquals(List.of("telemetry"), problems(report));
            assertEquals(
                    new Freshness.Blind("the telemetry source failed"),
                    report.decision().get().freshness());
            assertEquals(12, world.allocated(ONES));
        }
        world.forecasts.put(LINK, 20.0);
        allocator.runOnce();
        assertEquals(20, world.allocated(ONES));
        world.failures.clear();
        world.forecasts.put(LINK, 11.0);
        allocator.runOnce();
        assertEquals(11, world.allocated(ONES), "with telemetry back it shrinks");
    }

    @Test
    void telemetryThatIsOldIsStaleFromTheNextMomentOn() {
        world.stocks.put(ONES, Fixtures.stock(12));
        world.telemetryAge = Duration.ofMinutes(11);
        assertEquals(new Freshness.Fresh(), allocator.preview().decision().get().freshness());
        world.advance(Duration.ofMillis(1));
        Freshness stale = allocator.preview().decision().get().freshness();
        assertEquals(new Freshness.Stale(Duration.ofMinutes(10).plusMillis(1)), stale);
        allocator.runOnce();
        assertEquals(12, world.allocated(ONES));
        Allocator reachesBackLess =
                world.allocator().catchUp(Duration.ofMinutes(2)).build();
        assertEquals(stale, reachesBackLess.preview().decision().get().freshness());
    }

    @Test
    void telemetryWithoutAnyRateIsBlind() {
        world.stocks.put(ONES, Fixtures.stock(12));
        world.telemetry = t -> new Telemetry(t.completeUntil(), List.of(), List.of());
        CycleReport report = allocator.runOnce();
        assertEquals(
                new Freshness.Blind("no rate was measured"),
                report.decision().get().freshness());
        assertEquals(12, world.allocated(ONES));
    }

    @Test
    void telemetryFromTheFutureIsNotBelieved() {
        world.stocks.put(ONES, Fixtures.stock(12));
        world.telemetry = t -> new Telemetry(world.now.plusMillis(1), t.rates(), t.utilisation());
        CycleReport report = allocator.runOnce();
        assertEquals(List.of("telemetry"), problems(report));
        assertTrue(report.problems().get(0).message().contains("must not reach beyond now"));
        assertEquals(12, world.allocated(ONES));
        assertEquals(Optional.empty(), world.state().observedUntil());
    }

    @Test
    void ratesTooLargeToCountAreContained() {
        world.stocks.put(ONES, Fixtures.stock(12));
        world.rates.put(FLOW, Double.MAX_VALUE);
        Allocator costly = world.allocator()
                .demand(flow -> FlowDemand.perTransaction(Resources.compute(10), Resources.NONE, Resources.NONE))
                .build();
        CycleReport report = costly.runOnce();
        assertEquals(List.of("demand"), problems(report));
        assertTrue(report.decision().get().freshness() instanceof Freshness.Blind);
        assertEquals(100, world.allocated(ONES), "the forecast of 10 stands");
    }

    @Test
    void aDemandModelThatFailsHoldsEverything() {
        world.stocks.put(ONES, Fixtures.stock(12));
        CycleReport report = world.allocator()
                .demand(flow -> {
                    throw new IllegalArgumentException("unknown type " + flow.type());
                })
                .build()
                .runOnce();
        assertEquals(List.of("demand", "demand"), problems(report));
        assertEquals(Status.UNCHANGED, report.status());
        assertEquals(12, world.allocated(ONES));
    }

    @Test
    void anApplyThatFailsLeavesEveryOutcomeUnknownAndIsRetriedUnderTheSameKey() {
        world.forecasts.put(LINK, 14.0);
        for (RuntimeException e : EXCEPTIONS) {
            world.failures.put("apply", e);
            CycleReport report = allocator.runOnce();
            assertEquals(Status.APPLIED, report.status());
            assertEquals(List.of("provision"), problems(report));
            assertInstanceOf(Outcome.Unknown.class, report.outcomes().get(0));
            assertEquals("headroom-1-1", world.state().pending().get().key());
        }
        world.failures.clear();
        allocator.runOnce();
        assertEquals(4, world.applied.size());
        assertEquals(1, world.applied.stream().map(c -> c.key()).distinct().count(), "one key: " + world.applied);
        assertEquals(Optional.empty(), world.state().pending());
        world.forecasts.put(LINK, 15.0);
        allocator.runOnce();
        assertEquals("headroom-1-2", world.applied.get(4).key());
    }

    @Test
    void anotherDecisionAfterAnUnknownOutcomeHasANewKey() {
        world.forecasts.put(LINK, 14.0);
        world.failures.put("apply", EXCEPTIONS.get(0));
        allocator.runOnce();
        world.forecasts.put(LINK, 15.0);
        allocator.runOnce();
        assertEquals(
                List.of("headroom-1-1", "headroom-1-2"),
                world.applied.stream().map(c -> c.key()).toList());
    }

    @Test
    void outcomesThatDoNotMatchTheTargetsAreUnknown() {
        List<List<Outcome>> answers = new ArrayList<>();
        answers.add(List.of());
        answers.add(List.of(new Outcome.Unchanged(Fixtures.fours())));
        answers.add(Arrays.asList((Outcome) null));
        answers.add(null);
        world.forecasts.put(LINK, 14.0);
        for (List<Outcome> answer : answers) {
            world.stocks.put(ONES, Fixtures.stock(10));
            world.outcomes = done -> answer;
            CycleReport report = allocator.runOnce();
            assertEquals(List.of("provision"), problems(report), "answer " + answer);
            assertInstanceOf(Outcome.Unknown.class, report.outcomes().get(0), "answer " + answer);
        }
    }

    @Test
    void answersThatAreNullAreContained() {
        world.telemetry = t -> null;
        CycleReport report = allocator.runOnce();
        assertEquals(List.of("telemetry"), problems(report));
        assertEquals(Status.UNCHANGED, report.status());
    }
}
