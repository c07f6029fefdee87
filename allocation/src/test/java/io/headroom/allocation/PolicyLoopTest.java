package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.Velocity;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What budgets promise, over many cycles of a pool that grants all it is asked for, against a count by brute force. */
class PolicyLoopTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    private static final int CYCLES = 250;

    private final List<Double> wanted = new ArrayList<>();
    private final List<Integer> fleet = new ArrayList<>();

    /** Runs the loop; the fleet before each cycle is written down, the state goes through its codec. */
    private void run(ResourcePolicyBuilder rules, long seed, double measured) {
        AllocationPolicy policy = policy(rules, ONES);
        DecisionEngine engine = new DecisionEngine(policy);
        SplittableRandom random = new SplittableRandom(seed);
        AllocationState state = AllocationState.INITIAL.withEpoch(1);
        int units = 20;
        wanted.clear();
        fleet.clear();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            Instant now = NOON.plusSeconds(60L * cycle);
            double forecast = random.nextInt(40);
            wanted.add(forecast);
            fleet.add(units);
            Situation situation = new Situation(
                    now,
                    FRESH,
                    new FleetObservation(now, Map.of(ONES, new Stock(units, 0, 0, 0)), Map.of()),
                    Map.of(EU, Map.of(Resource.COMPUTE, Need.of(forecast, 0, forecast * measured))));
            Decision decision = engine.decide(situation, state.history(), List.of(EU));
            assertThat(DecisionInvariants.violated(policy, situation, state.history(), decision))
                    .as("seed %s, cycle %s", seed, cycle)
                    .isEmpty();
            List<Outcome> outcomes = new ArrayList<>();
            for (GroupTarget target : decision.targets()) {
                units = target.allocated();
                outcomes.add(new Outcome.Accepted(ONES, units, 0));
            }
            state = state.decided(decision, policy).after(outcomes, decision, situation, policy);
            state = StateCodec.decode("loop", StateCodec.encode(state));
        }
        fleet.add(units);
    }

    private int move(int cycle) {
        return fleet.get(cycle + 1) - fleet.get(cycle);
    }

    /** Reversals in the minutes up to a cycle, both changes inside. */
    private int reversals(int last, int minutes) {
        int count = 0;
        int before = 0;
        for (int cycle = Math.max(0, last - minutes + 1); cycle <= last; cycle++) {
            int direction = Integer.signum(move(cycle));
            count += before * direction < 0 ? 1 : 0;
            before = direction == 0 ? before : direction;
        }
        return count;
    }

    @Test
    void noWindowHasMoreReversalsThanItsBudget() {
        for (int budget = 1; budget <= 4; budget++) {
            for (long seed = 0; seed < 10; seed++) {
                run(
                        ResourcePolicy.builder().reversalBudget(new ReversalBudget(budget, Duration.ofMinutes(30))),
                        seed,
                        0);
                int most = 0;
                for (int cycle = 0; cycle < CYCLES; cycle++) {
                    most = Math.max(most, reversals(cycle, 30));
                }
                assertThat(most)
                        .as("budget %s, seed %s", budget, seed)
                        .isLessThanOrEqualTo(budget)
                        .isGreaterThanOrEqualTo(budget - budget % 2);
            }
        }
    }

    @Test
    void aBudgetOfTwoKeepsNoGrowthWaiting() {
        for (long seed = 0; seed < 10; seed++) {
            run(ResourcePolicy.builder().reversalBudget(new ReversalBudget(2, Duration.ofMinutes(30))), seed, 1);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                assertThat((double) fleet.get(cycle + 1)).isGreaterThanOrEqualTo(wanted.get(cycle));
                assertThat(reversals(cycle, 30)).as("seed %s", seed).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void noPeriodMovesMoreThanItsVelocity() {
        Velocity velocity = Velocity.largest(new Velocity.Step(Amount.absolute(5), Duration.ofMinutes(10)));
        for (long seed = 0; seed < 10; seed++) {
            run(
                    ResourcePolicy.builder()
                            .up(Pace.FREE.withVelocity(velocity))
                            .down(Pace.FREE.withVelocity(velocity)),
                    seed,
                    0);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                int up = 0;
                int down = 0;
                for (int back = Math.max(0, cycle - 9); back <= cycle; back++) {
                    up += Math.max(0, move(back));
                    down += Math.max(0, -move(back));
                }
                assertThat(Math.max(up, down))
                        .as("seed %s, cycle %s", seed, cycle)
                        .isLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void stabilisationIsTheLargestOfItsWindowGoingDownAndTheSmallestGoingUp() {
        Pace up = Pace.FREE.withStabilisation(Duration.ofMinutes(3));
        Pace down = Pace.FREE.withStabilisation(Duration.ofMinutes(6));
        for (long seed = 0; seed < 10; seed++) {
            run(ResourcePolicy.builder().up(up).down(down), seed, 0);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                double low = cycle < 3 ? 20 : Double.POSITIVE_INFINITY;
                double peak = cycle < 6 ? 20 : 0;
                for (int back = 0; back < 6 && back <= cycle; back++) {
                    low = back < 3 ? Math.min(low, wanted.get(cycle - back)) : low;
                    peak = Math.max(peak, wanted.get(cycle - back));
                }
                double expected = Math.min(Math.max(fleet.get(cycle), low), peak);
                assertThat((double) fleet.get(cycle + 1))
                        .as("seed %s, cycle %s", seed, cycle)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void nothingFallsFurtherBelowThePeakThanItsBudget() {
        RemovalBudget budget = new RemovalBudget(Amount.absolute(4), Duration.ofMinutes(15));
        for (long seed = 0; seed < 10; seed++) {
            run(ResourcePolicy.builder().removalBudget(budget), seed, 0);
            for (int cycle = 20; cycle < CYCLES; cycle++) {
                double peak = 0;
                for (int back = 0; back < 15; back++) {
                    peak = Math.max(peak, wanted.get(cycle - back));
                }
                if (move(cycle) < 0) {
                    assertThat((double) fleet.get(cycle + 1))
                            .as("seed %s, cycle %s", seed, cycle)
                            .isGreaterThanOrEqualTo(peak - 4);
                }
            }
        }
    }
}
