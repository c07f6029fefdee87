package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FLOW;
import static io.headroom.allocation.World.ONES;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.Watch;
import io.headroom.core.Resource;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Outcome;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks between cycles, and the cycles that they trigger. The world plans for 10 a second and has 10 units. */
@Timeout(120)
class AllocatorPollTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final World world = new World();

    private static AllocationPolicyBuilder policy(ResourcePolicyBuilder rules) {
        return AllocationPolicy.builder()
                .interval(Duration.ofMinutes(5))
                .leadTime(Duration.ofMinutes(2))
                .standard(rules.build())
                .place(ONES);
    }

    private static ResourcePolicyBuilder rules() {
        return ResourcePolicy.builder().spike(SpikeRule.of(0.2));
    }

    private Allocator allocator(AllocationPolicyBuilder policy) {
        Allocator allocator = world.allocator().policy(policy.build()).build();
        allocator.runOnce();
        world.advance(MINUTE);
        return allocator;
    }

    private void demand(double rate) {
        world.rates.put(FLOW, rate);
    }

    @Test
    void whatWasExpectedTriggersNothing() {
        Allocator allocator = allocator(policy(rules()));
        assertThat(allocator.poll()).isEmpty();
        demand(9);
        assertThat(allocator.poll()).as("a drop").isEmpty();
        assertThat(world.applied).isEmpty();
    }

    @Test
    void aSpikeTriggersACycleAtOnceThatFollowsItsGrowth() {
        Allocator allocator = allocator(policy(rules()));
        assertThat(allocator.poll()).isEmpty();
        demand(30);
        world.advance(MINUTE);
        CycleReport report = allocator.poll().orElseThrow();
        assertThat(report.triggered()).isTrue();
        assertThat(report.spikes()).containsExactly(new Spike(EU, Resource.COMPUTE, 30, 10, 10));
        assertThat(report.spikes().get(0)).hasToString("eu COMPUTE: needs 30.00, planned 10.00, there 10.00");
        assertThat(report.status()).isEqualTo(CycleReport.Status.APPLIED);
        // 20 more in a minute would be 40 more in the lead time of two; the growth limit is half as much again.
        assertThat(world.allocated(ONES)).isEqualTo(45);
        assertThat(Fixtures.rules(report.decision().orElseThrow())).contains(Reason.Rule.ANOMALY);
    }

    @Test
    void aRampIsFollowedToWhereItLeads() {
        Allocator allocator = allocator(policy(rules().spike(SpikeRule.of(0.2).withGrowthLimit(10))));
        demand(11);
        world.advance(MINUTE);
        allocator.poll();
        demand(14);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isPresent();
        assertThat(world.allocated(ONES)).isEqualTo(14 + 2 * 3);
    }

    @Test
    void theLimitsOfThePolicyBoundIt() {
        Allocator allocator = allocator(policy(rules().stepUp(4).maximum(33)));
        demand(30);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isPresent();
        assertThat(world.allocated(ONES)).as("measured need").isEqualTo(30);
        demand(300);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isPresent();
        assertThat(world.allocated(ONES)).as("the maximum").isEqualTo(33);
    }

    @Test
    void needWithinTheMarginTriggersOnlyIfItIsNotThere() {
        world.stocks.put(ONES, Fixtures.stock(20));
        Allocator allocator = allocator(policy(rules().minimum(20)));
        demand(12);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isEmpty();
        demand(13);
        assertThat(allocator.poll()).as("more than a fifth above the plan").isPresent();

        World small = new World();
        Allocator tight = small.allocator().policy(policy(rules()).build()).build();
        tight.runOnce();
        small.rates.put(FLOW, 10.5);
        small.advance(MINUTE);
        CycleReport report = tight.poll().orElseThrow();
        assertThat(small.allocated(ONES)).as("no more than measured").isEqualTo(11);
        assertThat(Fixtures.rules(report.decision().orElseThrow())).doesNotContain(Reason.Rule.ANOMALY);
    }

    @Test
    void aCooldownHasOneTriggeredCycleAtMost() {
        Allocator allocator = allocator(policy(rules()).watch(Watch.HOST.withCooldown(Duration.ofMinutes(3))));
        demand(30);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isPresent();
        demand(90);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isEmpty();
        world.advance(MINUTE.multipliedBy(2));
        assertThat(allocator.poll()).isPresent();
    }

    @Test
    void whatCouldNotBeHadIsNotAskedForAgainUntilThereIsNews() {
        world.outcomes = done -> List.of(new Outcome.Rejected(ONES, "no more"));
        Allocator allocator = allocator(policy(rules().maximum(10)));
        demand(30);
        world.advance(MINUTE);
        assertThat(allocator.poll()).isPresent();
        world.advance(MINUTE.multipliedBy(2));
        assertThat(allocator.poll()).as("the same need").isEmpty();
    }

    @Test
    void withoutARuleOrAPlanOrSightNothingIsUnexpected() {
        Allocator plain = allocator(policy(ResourcePolicy.builder()));
        demand(30);
        world.advance(MINUTE);
        assertThat(plain.poll()).isEmpty();

        Allocator fresh = world.allocator().policy(policy(rules()).build()).build();
        assertThat(fresh.poll()).as("nothing was decided yet").isEmpty();

        World dark = new World();
        Allocator blind = dark.allocator().policy(policy(rules()).build()).build();
        blind.runOnce();
        dark.rates.put(FLOW, 30.0);
        dark.advance(MINUTE);
        dark.failures.put("rates", new AdapterException("down"));
        assertThat(blind.poll()).isEmpty();
        dark.failures.clear();
        dark.telemetryAge = Duration.ofMinutes(30);
        assertThat(blind.poll()).as("stale").isEmpty();
        dark.telemetryAge = Duration.ZERO;
        assertThat(blind.poll()).isPresent();
    }

    @Test
    void anAllocatorThatWasReplacedIsNotTriggered() {
        Allocator old = allocator(policy(rules()));
        world.allocator().policy(policy(rules()).build()).build().runOnce();
        demand(30);
        world.advance(MINUTE);
        assertThat(old.poll().map(CycleReport::status)).contains(CycleReport.Status.NOT_LEADER);
        demand(90);
        world.advance(MINUTE.multipliedBy(2));
        assertThat(old.poll()).isEmpty();
    }

    @Test
    void aScheduledCycleSeesASpikeToo() {
        Allocator allocator = allocator(policy(rules()));
        demand(30);
        world.advance(MINUTE);
        CycleReport report = allocator.runOnce();
        assertThat(report.triggered()).isFalse();
        assertThat(world.allocated(ONES)).isEqualTo(45);
    }

    @Test
    void itsOwnThreadPollsBetweenCycles() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch triggered = new CountDownLatch(1);
        AllocationPolicy policy = policy(rules())
                .interval(Duration.ofHours(1))
                .watch(new Watch(Duration.ofMillis(2), Duration.ZERO))
                .build();
        try (Allocator allocator = world.allocator()
                .policy(policy)
                .listener(report -> (report.triggered() ? triggered : first).countDown())
                .build()) {
            allocator.start();
            assertThat(first.await(1, TimeUnit.MINUTES)).isTrue();
            world.telemetry = seen -> new Telemetry(
                    seen.completeUntil(),
                    List.of(RateObservation.of(FLOW, seen.completeUntil().minus(MINUTE), 30)),
                    List.of());
            assertThat(triggered.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(world.applied).isNotEmpty();
    }
}
